import { ensure } from '../text/refusal.mjs';

const NAME = /^[A-Za-z][A-Za-z0-9]*$/;
const LIMIT = /^(bucket|window)=(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/;
/**
 * Reads `name:limit[:limit][:operation]`, e.g. `small:window=1/1:window=15/60:operation`. A limit is `bucket=<a second>/<at
 * once>` or `window=<requests>/<seconds>`; `operation` counts every call by itself.
 * @throws Refusal for anything else, with what could be said instead.
 */
export function parseRateLimit(text) {
  const [name, ...words] = text.split(':');
  const limits = words.filter((word) => word !== 'operation');
  ensure(
    NAME.test(name) && limits.length > 0 && limits.every((limit) => LIMIT.test(limit)),
    `"${text}" is no limit class: write name:bucket=<requests a second>/<at once> or name:window=<requests>/<seconds>, as in all:bucket=5/10.`,
  );
  const read = limits.map(limitOf);
  ensure(
    read.flatMap((limit) => Object.values(limit)).every((figure) => figure > 0) && read.every(letsOneThrough),
    `The limit class ${name} lets no call through: its figures must be above 0, and a call at once at least.`,
  );
  return { name, limits: read, per: words.includes('operation') ? 'operation' : 'connection' };
}

/** Reads several. @throws Refusal for a name that is given twice. */
export function parseRateLimits(texts) {
  const classes = texts.map(parseRateLimit);
  const names = classes.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  ensure(twice === undefined, `There are two limit classes named ${twice}: give each a name of its own.`);
  return classes;
}

function limitOf(text) {
  const [, kind, first, second] = LIMIT.exec(text);
  return kind === 'bucket'
    ? { requestsPerSecond: Number(first), burst: Number(second) }
    : { requests: Number(first), seconds: Number(second) };
}

function letsOneThrough({ burst, requests }) {
  return (burst ?? requests) >= 1;
}
