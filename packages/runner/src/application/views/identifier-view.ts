import type { IdentifierKind } from '@privacy-connectors/core';

/** Identifiers of a request that are alike, never with their values. */
export interface IdentifierView {
  readonly kind: IdentifierKind;
  /** Whose ids they are; null for e-mails and phones, and where nobody declared it. */
  readonly namespace: string | null;
  readonly count: number;
  /** True for those the request names. */
  readonly given: boolean;
  readonly foundBy: readonly { readonly connection: string; readonly resource: string }[];
  /** Whether some connection of the request was searched by them. */
  readonly used: boolean;
  /** Why they are not used, and what can be done; null when they are. */
  readonly reason: string | null;
}
