import { onStage } from './stage.mjs';

const share = 0.75;
const goal = 0.95;
const limits = { requestsPerSecond: 20, burst: 10 };
const settings = { vendorRequestsPerSecond: limits.requestsPerSecond, vendorBurst: limits.burst };
const people = 8;
const subjects = Array.from({ length: people }, (_, index) => ({
  email: `person.${index}@example.com`,
  conversations: 20,
  messagesPerConversation: 90,
}));

/** How much of the share of one connection's limit 1, 2 and 4 workers use together, and by how much they exceed it. */
export async function measure(signal) {
  const figures = {};
  for (const workers of [1, 2, 4]) figures[`workers ${workers}`] = await measureWorkers(workers, signal);
  return { ...figures, goal };
}

function measureWorkers(workers, signal) {
  const simulator = { subjects, conversations: people * 20, limits };
  return onStage({ signal, simulator, settings }, async ({ dsr, simulator: { calls } }) => {
    for (const { email } of subjects) await dsr(['request', 'access', '--email', email]);
    const before = calls.total;
    await Promise.all(Array.from({ length: workers }, () => dsr(['worker', '--until-idle'])));
    return figuresOf(calls.all.slice(before), calls.countStatus(429));
  });
}

/** The beginning, when workers start, and the end, when there is not work enough for all, are left out. */
function figuresOf(calls, answers429) {
  const times = calls.map(({ at }) => at);
  const middle = times.slice(Math.floor(times.length * 0.1), Math.ceil(times.length * 0.9));
  const seconds = (middle.at(-1) - middle[0]) / 1000;
  const requestsPerSecond = (middle.length - 1) / seconds;
  return {
    calls: calls.length,
    ofShare: Number((requestsPerSecond / (limits.requestsPerSecond * share)).toFixed(3)),
    mostAboveShare: Number(mostAbove(times).toFixed(1)),
    answers429,
  };
}

/** Requests that the fullest window holds above what the share lets through in it; below zero there is room left. */
function mostAbove(times) {
  let level = 0;
  let most = -Infinity;
  times.forEach((time, index) => {
    const drained = ((time - (times[index - 1] ?? time)) / 1000) * limits.requestsPerSecond * share;
    level = Math.max(0, level - drained) + 1;
    most = Math.max(most, level - limits.burst * share);
  });
  return most;
}
