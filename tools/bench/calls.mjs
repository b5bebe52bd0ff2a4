import { onStage } from './stage.mjs';

const email = 'grace.hopper@example.com';
const subject = {
  email,
  contacts: 2,
  conversations: 7,
  messagesPerConversation: 120,
  attachmentsPerConversation: 1,
};
const settings = { vendorRequestsPerSecond: 200, vendorBurst: 100, verifyEverySeconds: 1 };

/**
 * What no client can do without, as Drift's API is: every listing page, thing and file once. This vendor still shows the
 * contacts at the first two looks after a deletion; at the third each is asked for by id, as it may be merely unlisted.
 */
const ideal = {
  access: {
    findContacts: 1,
    getContact: 2,
    listConversations: 30,
    getConversation: 7,
    listUsers: 1,
    listMessages: 7 * 3,
    downloadAttachment: 7,
  },
  deletion: { findContacts: 4, getContact: 2, listUsers: 1, deletePersonalData: 1 },
};

/** Vendor calls of one access and one deletion request at a vendor with 3,000 conversations. */
export function measure(signal) {
  const simulator = { subjects: [subject], conversations: 3_000 };
  return onStage({ signal, simulator, settings }, async ({ dsr, simulator: { calls: log } }) => {
    const access = await counted(log, () => dsr(['request', 'access', '--email', email, '--wait']));
    const args = ['request', 'delete', '--email', email, '--approve', '--wait'];
    const deletion = await counted(log, () => dsr(args));
    return { access: compare(access, ideal.access), deletion: compare(deletion, ideal.deletion) };
  });
}

async function counted(log, act) {
  const before = log.total;
  await act();
  const made = {};
  for (const { operationId } of log.all.slice(before)) made[operationId] = (made[operationId] ?? 0) + 1;
  return made;
}

function compare(made, needed) {
  const [calls, idealCalls] = [made, needed].map((counts) =>
    Object.values(counts).reduce((sum, n) => sum + n, 0),
  );
  return { calls, ideal: idealCalls, perOperation: made };
}
