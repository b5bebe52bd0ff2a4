import type { FoundContact } from './found-contact.js';

/** How people write the @, from plain to hidden from programs; a line may end beside it. */
const atSign =
  /\s{0,2}(?:@|[[({<]\s{0,2}(?:at|@|arroba|arobase|a|malpa|klammeraffe)\s{0,2}[\])}>])\s{0,2}|\s(?:at|arroba|arobase|malpa)\s/g;
const dot = String.raw`(?:\.|\s{0,2}[[({<]\s{0,2}(?:dot|punkt|point|punto|kropka|\.)\s{0,2}[\])}>]\s{0,2}|\s(?:dot|punkt|point|punto|kropka)\s)`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,62}[\p{L}\p{N}_])?`;
const domain = new RegExp(`${label}(?:${dot}${label}){1,8}`, 'uy');
const localCharacter = /[\p{L}\p{N}.!#$&'*+/=?^_`{|}~%-]/u;
const mayHoldOne = /@|\s(?:at|arroba|arobase|malpa)\s|[[({<]\s{0,2}(?:at|ar|a\s|a[\])}]|malpa|klam)/;
const longestLocal = 64;
const longestDomain = 260;
const anyDot = new RegExp(dot, 'gu');

/** E-mail addresses in a text that is folded and in lower case, also written as "anna (at) example (dot) com". */
export function findEmails(lower: string): readonly FoundContact[] {
  if (!mayHoldOne.test(lower)) return [];
  const found: FoundContact[] = [];
  for (const { 0: at, index } of lower.matchAll(atSign)) {
    const email = emailAround(lower, index, index + at.length, at);
    if (email !== undefined) found.push(...withoutElision(email));
  }
  return found;
}

function emailAround(lower: string, before: number, after: number, at: string): FoundContact | undefined {
  const start = startOfLocal(lower, before);
  const host = domainAt(lower, after);
  if (start === before || host === undefined) return undefined;
  const local = lower.slice(start, before);
  const isSpoken = !/[@[({<]/.test(at);
  const hasSpokenDot = !/^[^\s[({<]*$/.test(host);
  return {
    kind: 'email',
    start,
    end: after + host.length,
    value: `${local}@${host.replace(anyDot, '.')}`,
    certain: !isSpoken || hasSpokenDot,
  };
}

/** What stands before an apostrophe may belong to the address ("pat.o'brien@") or to the sentence ("d'anna@"). */
function withoutElision(email: FoundContact): readonly FoundContact[] {
  const before = email.value.slice(0, email.value.indexOf('@')).lastIndexOf("'") + 1;
  const rest = email.value.slice(before);
  if (before === 0 || rest.startsWith('@')) return [email];
  const isElision = /^(?:[a-z]|qu|jusqu|lorsqu|puisqu)'$/.test(email.value.slice(0, before));
  const shorter = { ...email, start: email.start + before, value: rest };
  return [
    { ...email, certain: email.certain && !isElision },
    { ...shorter, certain: email.certain && isElision },
  ];
}

function startOfLocal(lower: string, before: number): number {
  let start = before;
  while (start > 0 && before - start < longestLocal && localCharacter.test(lower.charAt(start - 1)))
    start -= 1;
  // Neither a quotation mark before an address nor a key of a query belongs to it.
  const head = /^(?:.*[=?&/|{`*])?[.!#$'*+/=?^`{|}~%-]*(?=.)/.exec(lower.slice(start, before));
  return start + (head?.[0].length ?? 0);
}

function domainAt(lower: string, after: number): string | undefined {
  const near = lower.slice(after, after + longestDomain);
  domain.lastIndex = 0;
  const [found] = domain.exec(near) ?? [];
  return found === undefined || /^\d+$/.test(found.split('.').at(-1) ?? '') ? undefined : found;
}
