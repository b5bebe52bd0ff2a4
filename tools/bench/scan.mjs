import { join } from 'node:path';
import { recordRequests } from './record-requests.mjs';
import { onStage } from './stage.mjs';

const counts = [1, 10, 100];
const subjects = Array.from({ length: Math.max(...counts) + 1 }, (_, index) => ({
  email: `person.${index}@example.com`,
  conversations: 2,
  messagesPerConversation: 1,
}));
const settings = { vendorRequestsPerSecond: 1000, vendorBurst: 200 };

/** List calls of 1, 10 and 100 requests that wait together, and of the next one, each time with a fresh index. */
export async function measure(signal) {
  const figures = {};
  for (const count of counts) figures[`requests${count}`] = await measureCount(count, signal);
  return figures;
}

function measureCount(count, signal) {
  const simulator = { subjects, conversations: 6_000, strangers: 300, strangerMessages: 1 };
  return onStage({ signal, simulator, settings }, async ({ dsr, folder, simulator: vendor }) => {
    const oldestFirst = byAge(vendor.world, subjects);
    const callsFor = async (emails) => {
      const before = vendor.calls.count('listConversations');
      await recordRequests(join(folder, 'home'), emails);
      await dsr(['worker', '--until-idle']);
      return vendor.calls.count('listConversations') - before;
    };
    // Whoever is known longest needs most of the listing, so it is the same for every count.
    const together = await callsFor(oldestFirst.slice(0, count));
    return { listCalls: together, next: await callsFor([oldestFirst[count]]) };
  });
}

function byAge(world, people) {
  const since = (email) => world.contactsOf(email)[0].createdAt;
  return people.map(({ email }) => email).toSorted((one, other) => since(one) - since(other));
}
