import type { Cassette } from '../cassette.js';
import { KnownSearch } from './known-search.js';
import { refuseShort, type KnownValues } from './known-values.js';
import { leavesOf, type Leaf } from './leaves.js';
import { spellingsOfIdentifier, spellingsOfSecret } from './spellings.js';
import { suspicionsAbout, type Suspicion } from './suspicions.js';

/** Something in a cassette that must not be there, without saying what it is. @public */
export interface CassetteFinding {
  readonly kind: 'known secret' | 'known identifier' | Suspicion;
  /** JSON pointer into the cassette; empty for the cassette as a whole. */
  readonly pointer: string;
}

const nothingKnown: KnownValues = { secrets: [], identifiers: [] };

/**
 * Looks for what must not be in a cassette. Of known values it finds every spelling: letter case, percent, JSON and base64
 * encoding, hexadecimal, common digests, numbers in groups, and pieces of secrets. Besides, it names whatever looks like an
 * e-mail address, a phone number or a secret and is no pseudonym.
 * @throws RangeError for known values that are too short to be looked for. @public
 */
export function scanCassette(
  cassette: Cassette,
  known: KnownValues = nothingKnown,
): readonly CassetteFinding[] {
  refuseShort(known);
  const leaves = leavesOf(cassette);
  const looks = leaves.flatMap(({ pointer, text }) =>
    suspicionsAbout(text).map((kind) => ({ kind, pointer })),
  );
  return [...knownIn(cassette, leaves, known), ...looks];
}

function knownIn(
  cassette: Cassette,
  leaves: readonly Leaf[],
  known: KnownValues,
): readonly CassetteFinding[] {
  const search = new KnownSearch([
    ...known.secrets.map(spellingsOfSecret),
    ...known.identifiers.map(spellingsOfIdentifier),
  ]);
  const found = search.foundIn([JSON.stringify(cassette), leaves.map(({ text }) => text).join('\n')]);
  return [...found].map((index) => ({
    kind: index < known.secrets.length ? 'known secret' : 'known identifier',
    pointer: leaves.find(({ text }) => search.foundIn([text]).has(index))?.pointer ?? '',
  }));
}
