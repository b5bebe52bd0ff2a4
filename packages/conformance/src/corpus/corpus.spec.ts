import { describe, expect, it } from '@jest/globals';
import { createRandom } from '../simulator/random.js';
import { castOf } from './cast.js';
import { corpusLanguages, corpusThreads } from './corpus.js';
import { english } from './languages/english.js';
import { french } from './languages/french.js';
import { german } from './languages/german.js';
import { polish } from './languages/polish.js';
import { spanish } from './languages/spanish.js';
import { htmlOf, sentencesOf, textOf, type Block } from './layout.js';
import { scriptOf } from './script.js';
import { leaksIn, lostIn } from './scoring.js';
import { mentionsOf, wordsOf } from './sentence.js';
import { Writer } from './writer.js';

const THREADS = 20;
const corpus = [...corpusThreads({ seed: 7, threads: THREADS })];
const messages = corpus.flatMap((thread) => thread.messages);
const bodies = messages.map(({ record, html }) => `${record.text ?? ''}\n${html ?? ''}`);

describe('corpusThreads', () => {
  it('gives the same for the same seed, in five languages', () => {
    expect([...corpusThreads({ seed: 7, threads: 2 })]).toEqual(corpus.slice(0, 2 * corpusLanguages.length));
    expect([...corpusThreads({ seed: 8, threads: 2 })]).not.toEqual(
      corpus.slice(0, 2 * corpusLanguages.length),
    );
    expect(new Set(corpus.map(({ language }) => language)).size).toBe(5);
  });

  it('says of what is left as it was that everything leaks and nothing is lost', () => {
    for (const { record, html, thirdParty, sentences, own } of messages) {
      const leaking = thirdParty.filter(({ secrets }) => secrets.length > 0);
      expect(leaksIn([html ?? '', record.text, ...leavesOf(record.data)].join('\n'), leaking)).toEqual(
        leaking,
      );
      for (const body of [record.text ?? '', html ?? record.text ?? ''])
        expect(lostIn(body, [...sentences, ...own])).toEqual([]);
    }
  });

  it('says of a body whose mentions are replaced that nothing leaks and nothing is lost, and of an empty one that all is', () => {
    let kept = 0;
    for (const { blocks } of turnsOfAll()) {
      const sentences = blocks.flatMap(sentencesOf);
      const own = sentences.filter(({ bySubject }) => bySubject).map(wordsOf);
      const replaced = blocks.map(withRoles);
      for (const body of [textOf(replaced), htmlOf(replaced)]) {
        expect(leaksIn(body, sentences.flatMap(mentionsOf))).toEqual([]);
        expect(lostIn(body, own)).toEqual([]);
      }
      expect(lostIn('', own)).toEqual(own);
      kept += own.length;
    }
    expect(kept).toBeGreaterThan(1000);
  });

  it('has names that a quotation wraps', () => {
    const wrapped = messages.filter(({ record: { text = '' }, thirdParty }) =>
      thirdParty.some(({ surface }) => text.includes(surface.replace(' ', '\n> '))),
    );
    expect(wrapped.length).toBeGreaterThan(0);
  });

  it.each([
    ['a zero-width space in a name', /\p{L}\u200B\p{L}/u],
    ['a soft hyphen in a name', /\p{L}\u00AD\p{L}/u],
    ['a no-break space in a name', /\p{L}\u00A0\p{L}/u],
    ['a decomposed accent', /\p{L}\p{M}/u],
    ['a name in elements', /<b>\p{L}{2}<\/b><span/u],
    ['a name in entities', /&#\d+;&#x[\da-f]+;/],
    ['an initial with a last name', /\b\p{Lu}\. \p{Lu}\p{Ll}+/u],
    ['a last name first', /\p{Lu}\p{Ll}+, \p{Lu}\p{Ll}+/u],
    ['an address without an @', / (\(at\)|\[at\]) /],
    ['a number with a zero in brackets', /\+\d\d \(0\)\d/],
    ['a quotation in a quotation', /<blockquote>.*<blockquote>|^> > /ms],
    ['headers of a mail', /^> (From|Von|De ?|Od): /m],
    [
      'a head that asks to reply to somebody',
      /^> (Reply-To|Antwort an|Répondre à|Responder a|Odpowiedz do) ?: /m,
    ],
    ['a signature with a number in a line of others', /\| [+0(]/],
    ['a signature with a middle initial', /\p{L} K\. \p{Lu}/u],
    ['a nickname', /Bazza|Schorsch|Loulou|Chema|Ziutek/],
    ['a first name in lower case', /(hi|hallo|bonjour|hola|cześć) \p{Ll}/u],
    ['a name with particles', /von der Hülshoff|van der Zwaan|de La Rochebrochard/],
    ['an address in a link', /c\?to=[^&]+%40/],
    ['an address that was encoded twice', /%253F/],
    ['an entity in a link', /%26%2364%3B/],
    ['entities that were encoded twice', /&amp;#\d+;&amp;#x/],
    ['a comment in the source', /<!-- .* -->/],
    ['a comment that never ends', /<!-- (?!.*-->)/],
    ['a name that is a word', /\b(Will|Rose|Mark|Ernst|Wolf|Aimé|Rosa|Róża)\b/],
    ['a changed stem', /\bMarkiem\b|\bMarka\b|\bMarkowi\b/],
    ['a transliterated umlaut', /Mueller|Juergen|Schaeufele|Kaethe/],
  ])('has %s', (_, pattern) => {
    expect(bodies.filter((body) => pattern.test(body)).length).toBeGreaterThan(0);
  });
});

describe('what an identifier is hidden in', () => {
  const leaking = messages.flatMap(({ record, thirdParty }) => {
    const { payload, source } = record.data as { readonly payload?: string; readonly source?: string };
    return leaksIn(payload ?? source ?? '', thirdParty).length > 0
      ? [payload === undefined ? 'source' : 'payload']
      : [];
  });

  it.each(['payload', 'source'])('is seen in the %s of a message', (field) => {
    expect(leaking.filter((each) => each === field).length).toBeGreaterThan(100);
  });
});

function* turnsOfAll() {
  for (const book of [english, german, french, spanish, polish])
    for (let thread = 0; thread < THREADS; thread += 1) {
      const random = createRandom(7, 'corpus', book.language, thread);
      yield* scriptOf(new Writer(book, castOf(book, random, thread), random, thread * 3));
    }
}

function withRoles(block: Block): Block {
  if ('blocks' in block) return { ...block, blocks: block.blocks.map(withRoles) };
  const role = { surface: 'Person 2', html: 'Person 2', secrets: [] };
  const sentences = block.sentences.map((sentence) => ({
    ...sentence,
    pieces: sentence.pieces.map((piece) => (typeof piece === 'string' ? piece : role)),
  }));
  return { ...block, sentences };
}

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...leavesOf(each)]);
}
