import { Places } from '../quotes/quoted-parts.js';

const host = /(?:https?|ftp):\/\/[^\s/?#"'<>\\]{1,255}|(?<![\p{L}\p{N}.@-])www\.[^\s/?#"'<>\\]{1,251}/gu;

/** Where the names of hosts stand in the URLs of a text in lower case. */
export function hostNames(lower: string): Places {
  const ranges = [...lower.matchAll(host)].map(({ 0: found, index }) => {
    return { start: index + found.lastIndexOf('@') + 1, end: index + found.length };
  });
  return new Places(ranges);
}
