import { blocks } from '../../markdown/blocks.mjs';
import { code } from '../../markdown/code.mjs';
import { bullets } from '../../markdown/list.mjs';
import { pace } from '../../pace.mjs';
import { duration } from '../../words/duration.mjs';
import { limitClasses } from '../limits/classes.mjs';
import { isBucket } from '../limits/limit-words.mjs';
import { classMembers } from '../limits/members.mjs';

/** How fast the vendor lets calls come, how fast they are sent, and what follows a 429. */
export function limits({ manifest, pipelineLimits, share }) {
  const all = Object.values(manifest.rateLimits).flatMap((rateClass) => rateClass.limits);
  return blocks(
    limitClasses(manifest, share),
    classMembers(manifest),
    bullets([
      ...(all.some(isBucket) ? [bucket] : []),
      ...(all.every(isBucket) ? [] : [window]),
      ...announced(all),
      shared(share),
      throttled(pipelineLimits),
      parked(pipelineLimits),
    ]),
  );
}

const bucket =
  '**A leaky bucket** takes one in for every call and drains steadily. While it is full, calls are answered with 429; they succeed again as it drains.';
const window =
  '**A window** of that length may begin at any moment. Calls beyond its number are answered with 429, until the first of them are older than it is long.';

/** What the vendor tells of its windows, which is followed. */
function announced(limits) {
  const names = limits.flatMap(({ headers }) =>
    headers === undefined ? [] : [headers.limit, headers.remaining, headers.reset],
  );
  if (names.length === 0) return [];
  const told = [...new Set(names)].map(code).join(', ');
  return [`**The vendor tells** the state of a window in the headers ${told}; what they say is followed.`];
}

function shared(share) {
  return `**The share used** stays within ${pace.range} of the limit: ${share * 100} % by default. The rest is left to others who use the same account.`;
}

function throttled({ attempts, backoffBaseMs, backoffCapMs, maxInlineWaitMs }) {
  return `**On a 429** the call is interrupted, the rate is cut to ${pace.cut * 100} % and recovers slowly. The call waits and is retried, ${attempts} attempts in all: after the time that \`Retry-After\` names, up to ${seconds(maxInlineWaitMs)}, otherwise with exponential backoff and full jitter, from ${seconds(backoffBaseMs)} doubling to ${seconds(backoffCapMs)}.`;
}

function parked({ maxInlineWaitMs }) {
  return `**After the last attempt**, or when \`Retry-After\` names more than ${seconds(maxInlineWaitMs)}, the task is parked and goes on later from where it was.`;
}

function seconds(milliseconds) {
  return duration(milliseconds / 1000);
}
