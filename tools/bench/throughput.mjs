import { onStage } from './stage.mjs';

/** The defaults of the connector's settings, which the vendor here enforces to the letter. */
const limits = { requestsPerSecond: 5, burst: 10 };
const share = 0.75;
const goal = 0.95;

/** How much of the share of the vendor's limit a long scan uses, and how often the vendor had to say 429. */
export function measure(signal) {
  const simulator = { limits, conversations: 10_000 };
  return onStage({ signal, simulator, settings: {} }, async ({ dsr, simulator: { calls } }) => {
    await dsr(['request', 'access', '--email', 'grace.hopper@example.com', '--wait']);
    return { ...figures(calls), goal };
  });
}

function figures(calls) {
  const scanned = calls.of('listConversations');
  const seconds = (scanned.at(-1).at - scanned[0].at) / 1000;
  const requestsPerSecond = (scanned.length - 1) / seconds;
  const ofShare = requestsPerSecond / (limits.requestsPerSecond * share);
  return {
    calls: scanned.length,
    requestsPerSecond: Number(requestsPerSecond.toFixed(3)),
    ofShare: Number(ofShare.toFixed(3)),
    answers429: calls.countStatus(429),
  };
}
