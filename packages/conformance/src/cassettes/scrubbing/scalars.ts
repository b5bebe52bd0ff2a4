import type { Facet } from '../../description/facets.js';
import { elementsOf } from '../../description/members.js';
import { namesAnId, namesATime } from './names.js';

/** Milliseconds and seconds since 1970, for times from 2000 to 2100. */
const times = [
  [946_684_800_000, 4_102_444_800_000],
  [946_684_800, 4_102_444_800],
] as const;

const formats: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  time: /^\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/i,
};

/**
 * Whether a text says nothing about anybody: one of those the description lists, or a time that it declares as one.
 */
export function isPublicText(facets: readonly Facet[], text: string): boolean {
  return facets.some(
    (facet) => lists(facet, text) || (formats[String(facet['format'])]?.test(text) ?? false),
  );
}

/**
 * Whether a number says nothing about anybody: listed, or declared as a number and not named as an id; or, when its type is
 * not declared, named as a time and a likely one.
 */
export function isPublicNumber(facets: readonly Facet[], name: string, value: number): boolean {
  if (facets.some((facet) => lists(facet, value))) return true;
  if (namesAnId(name)) return false;
  return hasType(facets, 'integer', 'number') || (namesATime(name) && isLikelyTime(value));
}

/** Whether a declared type is one of these. */
export function hasType(facets: readonly Facet[], ...types: readonly string[]): boolean {
  return facets.some((facet) => [facet['type']].flat().some((type) => types.includes(String(type))));
}

function lists(facet: Facet, value: string | number): boolean {
  return facet['const'] === value || elementsOf(facet['enum']).includes(value);
}

function isLikelyTime(value: number): boolean {
  return times.some(([from, to]) => value >= from && value < to);
}
