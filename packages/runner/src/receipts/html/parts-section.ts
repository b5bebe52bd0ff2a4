import type { Json } from '@privacy-connectors/core';
import { markup, type Markup, type MarkupValue } from '../../package/html/markup.js';
import type { Receipt } from '../receipt.js';
import { table, timeOf } from './elements.js';

type Row = { readonly [name: string]: Json };

const titles: { readonly [part: string]: string } = {
  retention: 'What was destroyed here',
  legal_holds: 'Legal holds',
  reappearance: 'Looked for again later',
  redaction: 'Data of other people',
};
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What other parts of the runner attest, as their words and numbers stand in the receipt. */
export function partsSections(parts: Receipt['parts']): readonly Markup[] {
  return Object.entries(parts).map(
    ([name, said]) => markup`<section><h2>${titles[name] ?? worded(name)}</h2>
${table(['Fact', 'Recorded'], factsOf(said))}</section>`,
  );
}

/** One line for each fact; those of several things are told apart by a number. */
function factsOf(said: Json, path: readonly string[] = []): readonly (readonly MarkupValue[])[] {
  if (Array.isArray(said)) {
    const rows = said as readonly Json[];
    return rows.flatMap((row, index) => factsOf(row, rows.length === 1 ? path : [...path, `${index + 1}`]));
  }
  if (typeof said !== 'object' || said === null) return [[path.join(', '), valueOf(said)]];
  return Object.entries(said as Row).flatMap(([name, value]) => factsOf(value, [...path, worded(name)]));
}

function valueOf(said: string | number | boolean | null): MarkupValue {
  if (said === null) return 'none';
  if (typeof said !== 'string') return String(said);
  return isoTime.test(said) ? timeOf(said) : said;
}

/** "underWay" and "legal_holds" as words. */
function worded(name: string): string {
  return name.replaceAll('_', ' ').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
