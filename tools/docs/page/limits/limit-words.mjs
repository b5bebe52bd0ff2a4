import { duration } from '../../words/duration.mjs';

/** @typedef {import('@privacy-connectors/core').RateLimit} RateLimit */

/** A limit of the vendor. @param {RateLimit} limit */
export function limitWords(limit) {
  if (isBucket(limit)) {
    return `a leaky bucket: ${counted(limit.requestsPerSecond)} a second drain from it, and it holds ${limit.burst}`;
  }
  return `${counted(limit.requests)} in any ${duration(limit.seconds).replace(/^1 /, '')}`;
}

/** What of a limit is used, as `LeakyBucketBudget` paces it. @param {RateLimit} limit */
export function shareWords(limit, share) {
  const { rate, size } = isBucket(limit) ? bucketShare(limit, share) : windowShare(limit, share);
  return `${counted(round(rate))} a second and at most ${Math.max(1, Math.floor(size))} at once`;
}

/** Whether a limit is a leaky bucket, and not a window. */
export function isBucket(limit) {
  return 'burst' in limit;
}

function bucketShare({ requestsPerSecond, burst }, share) {
  return { rate: requestsPerSecond * share, size: burst * share };
}

/** What the steady share leaves of a window may be sent at once. */
function windowShare({ requests, seconds }, share) {
  return { rate: (requests / seconds) * share, size: requests * (1 - share) };
}

function counted(requests) {
  return `${requests} request${requests === 1 ? '' : 's'}`;
}

/** Without the digits that binary fractions leave behind. */
function round(number) {
  return Number(number.toFixed(2));
}
