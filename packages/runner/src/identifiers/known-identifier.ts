import type { IdentifierKind } from '@privacy-connectors/core';

/** What is done with an identifier: searched for wherever it fits, or why not. */
export type IdentifierUse = 'search' | 'not_widened' | 'invalid' | 'beyond_limit';

/** An identifier as a request names it. `namespace` tells whose id it is; null for e-mails and phones. */
export interface GivenIdentifier {
  readonly kind: IdentifierKind;
  readonly namespace: string | null;
  readonly value: string;
}

/** What is known of an identifier of a request, without its value. */
export interface KnownIdentifier {
  /** From 1, within the request. */
  readonly number: number;
  readonly kind: IdentifierKind;
  /** Whose id it is; null for e-mails and phones, and as long as nobody declared it. */
  readonly namespace: string | null;
  /** Id of the connection that holds an id which was found. */
  readonly holder: string | null;
  /** 0 when the request names it; one more than that of the identifier that led to it. */
  readonly round: number;
  readonly use: IdentifierUse;
}

/** Where an identifier was found. */
export interface IdentifierSource {
  readonly task: string;
  readonly resource: string;
  /** Number of the identifier that was searched for. */
  readonly through: number;
}

/** An identifier with what is sealed of it. */
export interface OpenIdentifier extends KnownIdentifier {
  readonly value: string;
  readonly sources: readonly IdentifierSource[];
}
