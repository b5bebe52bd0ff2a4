import { timeText } from '../../package/html/time.js';
import { markup, type Markup } from '../../package/html/markup.js';
import type { Receipt } from '../receipt.js';
import { partWords } from '../words/part-words.js';

/** What other parts of the runner attest, in sentences. */
export function partsSections(parts: Receipt['parts']): readonly Markup[] {
  const time = (iso: string): string => timeText(Date.parse(iso)) ?? iso;
  return partWords(parts, time).map(
    ({ title, sentences }) => markup`<section><h2>${title}</h2>
<ul>${sentences.map((sentence) => markup`<li>${sentence}</li>\n`)}</ul></section>`,
  );
}
