/**
 * What is wrong with an entry. `changed`: it is not what was written. `moved`: it was written in another place. `missing`: it
 * is not there. `unlinked`: it is as it was written, but what stands before it is not what stood there. `truncated`: it was
 * cut off at the end, for a checkpoint knows it. `rewritten`: a checkpoint knows another one in its place. `unsigned`: its
 * checkpoint is not signed by a key of the installation. `signing_key`: the table of signing keys is older than the entry.
 */
export const chainProblemKinds = [
  'changed',
  'moved',
  'missing',
  'unlinked',
  'truncated',
  'rewritten',
  'unsigned',
  'signing_key',
] as const;

export type ChainProblemKind = (typeof chainProblemKinds)[number];

/** A problem with one entry, or with those from `seq` to `through`. */
export interface ChainProblem {
  readonly kind: ChainProblemKind;
  readonly seq: number;
  readonly through: number;
  /** Whole sentences, without anything of the entry's content. */
  readonly message: string;
}

/** "Entry 7" or "Entries 7 to 9". */
export function entryNames(seq: number, through: number): string {
  return seq === through ? `Entry ${seq}` : `Entries ${seq} to ${through}`;
}
