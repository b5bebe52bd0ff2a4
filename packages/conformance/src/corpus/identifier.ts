import { folded } from './fold.js';

/**
 * Something that gives a person away. `letters`: wherever it occurs, however it is accented; `word`: as a word of its own in
 * this letter case, because the language has the same word; `digits`: whatever stands between them.
 */
export interface Secret {
  readonly kind: 'letters' | 'word' | 'digits';
  readonly value: string;
}

/** A name, address or number of a third party, as it stands in a text. */
export interface CorpusIdentifier {
  readonly surface: string;
  /** What must not be left of it; nothing, when it says no more than the data subject's own name does. */
  readonly secrets: readonly Secret[];
}

/** What stands before the @: a domain alone says nothing of a person. */
export function emailSecret(email: string): Secret {
  return { kind: 'letters', value: folded(email.slice(0, email.indexOf('@'))) };
}
