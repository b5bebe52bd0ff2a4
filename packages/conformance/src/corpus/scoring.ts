import { folded, unaccented, visible } from './fold.js';
import type { CorpusIdentifier, Secret } from './identifier.js';
import { decoded, decodings, withoutTags } from './markup.js';
import type { CorpusSentence } from './sentence.js';

/** How long what stands for a third party may be. */
const LONGEST_REPLACEMENT = 120;

/**
 * The identifiers of which something is left in a text, be it plain or HTML: also where elements, entities, accents, letter
 * case or characters that nobody sees come between, and however often it is encoded. Give JSON key by key and value by value.
 */
export function leaksIn(text: string, identifiers: readonly CorpusIdentifier[]): readonly CorpusIdentifier[] {
  const readings = decodings(text).flatMap((each) => [decoded(each), decoded(withoutTags(each))]);
  const sights: Readonly<Record<Secret['kind'], readonly string[]>> = {
    letters: readings.map(folded),
    word: readings.map(unaccented),
    digits: readings.map(withoutSeparators),
  };
  const isLeft = ({ kind, value }: Secret) =>
    sights[kind].some((sight) => (kind === 'word' ? hasWord(sight, value) : sight.includes(value)));
  return identifiers.filter(({ secrets }) => secrets.some(isLeft));
}

function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<!\\p{L})${literal(word)}(?!\\p{L})`, 'u').test(text);
}

/** Digits that only what people write into numbers stands between become one number. */
function withoutSeparators(text: string): string {
  return visible(text).replace(/(?<=\d)(?:[\s().\-/>]+)(?=\d)/g, '');
}

/**
 * The sentences that a text, be it plain or HTML, does not have any more, word for word; where a third party was mentioned,
 * something else must stand instead.
 */
export function lostIn(text: string, sentences: readonly CorpusSentence[]): readonly CorpusSentence[] {
  const readings = decodings(text).flatMap((each) => [legible(each), legible(decoded(withoutTags(each)))]);
  return sentences.filter((sentence) => {
    const pattern = patternOf(sentence);
    return !readings.some((reading) => pattern.test(reading));
  });
}

function patternOf({ words }: CorpusSentence): RegExp {
  return new RegExp(words.map((each) => literal(oneLine(each))).join(`[^]{1,${LONGEST_REPLACEMENT}}?`), 'u');
}

/** Without the marks of a quotation, in one line. */
function legible(text: string): string {
  return oneLine(visible(text).replace(/^(?:> ?)+/gm, ''));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
