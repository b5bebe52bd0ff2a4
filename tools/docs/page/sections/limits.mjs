import { bullets } from '../../markdown/list.mjs';
import { pace } from '../../pace.mjs';
import { duration } from '../../words/duration.mjs';

/** How fast the vendor lets calls come, how fast they are sent, and what follows a 429. */
export function limits({ manifest, pipelineLimits }) {
  return bullets([
    vendor(manifest.rateLimit),
    share(manifest.rateLimit),
    throttled(pipelineLimits),
    parked(pipelineLimits),
  ]);
}

function vendor({ requestsPerSecond, burst }) {
  return `**The vendor's limit** is a leaky bucket: ${requestsPerSecond} requests a second drain from it, and it holds ${burst}. While it is full, calls are answered with 429; they succeed again as it drains.`;
}

function share({ requestsPerSecond, burst }) {
  const rate = round(requestsPerSecond * pace.share);
  const size = Math.max(1, Math.floor(burst * pace.share));
  return `**The share used** stays within ${pace.range} of the limit: ${pace.share * 100} % by default, which is ${rate} requests a second and at most ${size} at once. The rest is left to others who use the same account.`;
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

/** Without the digits that binary fractions leave behind. */
function round(number) {
  return Number(number.toFixed(2));
}
