import { foldedWord } from '../text/fold-text.js';
import { organisationWords } from './role-words.js';

const between = /[|()[\]/,;:\u2013\u2014]|\s-\s|\s(?:from|at|of|via|von|bei|chez)\s/iu;

/** Parts of a display name: people, and organisations such as "Acme Support", whose words name nobody alone. */
export interface NameParts {
  readonly people: readonly string[];
  readonly organisations: readonly string[];
}

/**
 * Takes "Mara Weiss (Acme Support)" apart.
 * @param handles Words of the person's e-mail addresses: in "Anna Support" with anna@acme.example, Anna is somebody.
 */
export function partsOf(name: string, handles: ReadonlySet<string>): NameParts {
  const isOrganisation = (part: string): boolean => {
    const words = wordsIn(part);
    return (
      words.some((word) => organisationWords.has(word)) &&
      !words.some((word) => handles.has(word) && !organisationWords.has(word))
    );
  };
  if (!wordsIn(name).some((word) => organisationWords.has(word)))
    return { people: [name], organisations: [] };
  const parts = name.split(between).filter((part) => part.trim() !== '');
  return {
    people: parts.filter((part) => !isOrganisation(part)),
    organisations: parts.filter(isOrganisation),
  };
}

/** The words before the @ of somebody's e-mail addresses. */
export function wordsOfAddresses(
  identifiers: readonly { readonly kind: string; readonly value: string }[],
): ReadonlySet<string> {
  const addresses = identifiers.filter(({ kind }) => kind === 'email');
  return new Set(addresses.flatMap(({ value }) => wordsIn(value.split('@')[0] ?? '')));
}

function wordsIn(text: string): readonly string[] {
  return foldedWord(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
