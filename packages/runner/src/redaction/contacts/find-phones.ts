import type { FoundContact } from './found-contact.js';

/** Digits with what people write between them: at most two characters, so that lists of numbers stay apart. */
const digits = /(?<![\p{L}\p{N}.,_-])(?:\+|\(\+?|00)?\d(?:[ .()/-]{0,3}\d){5,17}(?![\p{L}\p{N}_]|[.,-]\d)/gu;
/** The same where a line ends within the number. */
const brokenDigits =
  /(?<![\p{L}\p{N}.,_-])(?:\+|\(\+?|00)?\d(?:[ .()/-]{0,3}\d){0,15}[ .()/-]{0,3}\n[ .()/-]{0,3}\d(?:[ .()/-]{0,3}\d){0,15}(?![\p{L}\p{N}_]|[.,-]\d)/gu;
const cue =
  /(?:tel|tel\.|phone|mobile|cell|call|fax|handy|mobil|telefon|tlf|movil|numero|nr|portable|whatsapp|sms|kom|kom\.|t|m|p)[ .:]{0,3}$/;
const dateLike = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?!\d)/;

/** Phone numbers in a text that is folded and in lower case, written in any of the usual ways. */
export function findPhones(lower: string): readonly FoundContact[] {
  if (!/\d/.test(lower)) return [];
  // What two lines hold may be two numbers: unless it begins like one, it counts only when it is somebody's.
  const broken = [...lower.matchAll(brokenDigits)].map(({ 0: found, index }) =>
    phone(found, index, /^[+(]/.test(found)),
  );
  return [...broken, ...numbersInLines(lower)];
}

function phone(found: string, index: number, certain: boolean): FoundContact {
  return { kind: 'phone', start: index, end: index + found.length, value: digitsOf(found), certain };
}

function numbersInLines(lower: string): readonly FoundContact[] {
  return [...lower.matchAll(digits)].flatMap(({ 0: found, index }): readonly FoundContact[] => {
    const value = digitsOf(found);
    if (value.length < 7 || value.length > 17 || dateLike.test(found)) return [];
    const certain =
      looksDialled(found, value) ||
      (value.length > 6 && cue.test(lower.slice(Math.max(0, index - 12), index)));
    return [phone(found, index, certain)];
  });
}

/** With a country code or a trunk prefix, or in groups as numbers of nine and more digits are written. */
function looksDialled(found: string, value: string): boolean {
  if (found.startsWith('+') || found.startsWith('(')) return true;
  const groups = found.split(/[ .()/-]+/).filter((group) => group !== '');
  if (found.startsWith('0')) return value.length >= 9 && (groups.length > 1 || value.length <= 13);
  return (
    groups.length >= 3 &&
    value.length >= 9 &&
    value.length <= 13 &&
    groups.every((group) => group.length >= 2 && group.length <= 4)
  );
}

/** The digits to dial from abroad: in "+44 (0)20" the zero is for callers within the country. */
export function digitsOf(phone: string): string {
  return phone.replace(/\(0\)/, '').replace(/\D/g, '');
}

/**
 * Whether two numbers in digits are the same line: one with its country code, the other without it or with a trunk prefix.
 */
export function isSameLine(one: string, other: string): boolean {
  const [short, long] = [significant(one), significant(other)].sort(
    (first, second) => first.length - second.length,
  );
  return (
    short !== undefined &&
    long !== undefined &&
    short.length >= 7 &&
    long.endsWith(short) &&
    long.length - short.length <= 3
  );
}

function significant(number: string): string {
  return number.replace(/^0+/, '');
}

/** How many digits at the end numbers of one line have in common in any case. */
export const lineDigits = 7;
