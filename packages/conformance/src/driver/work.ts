import type {
  DeletionPlanPage,
  ErasureOutcome,
  Identifier,
  Json,
  LocatedPage,
  LocatedThing,
  ReadPage,
  ScanPage,
} from '@privacy-connectors/core';

/**
 * What each kind of step is called with. `look` verifies an operation whose answer was lost; of a `verify` the connector
 * gets the ticket, and the operation tells the kit what it is about.
 */
export interface Arguments {
  readonly locate: { readonly identifier: Identifier; readonly cursor: Json | null };
  readonly scan: { readonly resource: string; readonly cursor: Json | null };
  readonly read: { readonly resource: string; readonly ref: Json; readonly cursor: Json | null };
  readonly open: { readonly resource: string; readonly ref: Json; readonly recordId: string };
  readonly plan: { readonly things: readonly LocatedThing[]; readonly cursor: Json | null };
  readonly erase: { readonly operation: Json };
  readonly look: { readonly operation: Json };
  readonly verify: { readonly operation: Json; readonly ticket: Json };
}

export type Kind = keyof Arguments;

/** Steps of an access request. */
export type AccessKind = 'locate' | 'scan' | 'read' | 'open';

/** One step with all its arguments, as the store keeps it. */
export type WorkOf<K extends Kind> = { readonly kind: K } & Arguments[K];

export type Work = { readonly [K in Kind]: WorkOf<K> }[Kind];

export type AccessWork = Extract<Work, { readonly kind: AccessKind }>;

/** What each kind of step answers. `open` answers the SHA-256 of the bytes, or null for no file. */
export interface Results {
  readonly locate: LocatedPage;
  readonly scan: ScanPage;
  readonly read: ReadPage;
  readonly open: string | null;
  readonly plan: DeletionPlanPage;
  readonly erase: ErasureOutcome<Json>;
  readonly look: ErasureOutcome<Json>;
  readonly verify: ErasureOutcome<Json>;
}

/** Names a step for a reader of a failure. */
export function titleOf(work: Work): string {
  const place = 'resource' in work ? ` ${work.resource}` : '';
  const page = 'cursor' in work && work.cursor !== null ? ' (a later page)' : '';
  return `${work.kind}${place}${page}`;
}
