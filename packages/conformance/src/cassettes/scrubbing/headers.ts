import { mediaTypeOf } from '../../description/media-type.js';
import type { Scrubber } from './scrubber.js';

type Kept = (value: string, scrubber: Scrubber, origin: string) => string | undefined;

const number: Kept = (value) => (/^\d{1,15}(?:\.\d{1,6})?$/.test(value) ? value : undefined);
const mediaType: Kept = (value) => mediaTypeOf(value);
const mediaTypes: Kept = (value) => (/^[\w.+*/;=, -]{1,100}$/.test(value) ? value : undefined);
const wait: Kept = (value) => {
  const isDate = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(value);
  return isDate ? value : number(value, undefined as never, '');
};

/** Targets of links, and what relation they have; other parameters are dropped. */
const links: Kept = (value, scrubber, origin) => {
  const found = [...value.matchAll(/<([^<>]*)>([^<]*)/g)].map(([, target = '', parameters = '']) => {
    const relation = /;\s*rel="?([a-z]+)"?/i.exec(parameters)?.[1];
    return `<${scrubber.text(target, origin)}>${relation === undefined ? '' : `; rel="${relation}"`}`;
  });
  return found.length === 0 ? undefined : found.join(', ');
};

const answerHeaders: Readonly<Record<string, Kept>> = {
  'content-type': mediaType,
  link: links,
  'retry-after': wait,
};
const requestHeaders: Readonly<Record<string, Kept>> = { accept: mediaTypes, 'content-type': mediaType };
const rateLimit = /^(?:x-)?rate-?limit-(?:limit|remaining|reset)$/;

/** Of a request's headers, what says nothing about anybody. */
export function keptRequestHeaders(
  headers: Headers,
  scrubber: Scrubber,
  origin: string,
): Record<string, string> {
  return kept(headers, (name) => requestHeaders[name], scrubber, origin);
}

/** Of an answer's headers, what says nothing about anybody: media type, waits, rate limits, and links with pseudonyms. */
export function keptAnswerHeaders(
  headers: Headers,
  scrubber: Scrubber,
  origin: string,
): Record<string, string> {
  const ruleOf = (name: string) => answerHeaders[name] ?? (rateLimit.test(name) ? number : undefined);
  return kept(headers, ruleOf, scrubber, origin);
}

function kept(
  headers: Headers,
  ruleOf: (name: string) => Kept | undefined,
  scrubber: Scrubber,
  origin: string,
): Record<string, string> {
  return Object.fromEntries(
    [...headers].flatMap(([name, value]) => {
      const rest = ruleOf(name)?.(value, scrubber, origin);
      return rest === undefined ? [] : [[name, rest] as const];
    }),
  );
}
