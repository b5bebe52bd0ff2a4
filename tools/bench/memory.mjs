import { join } from 'node:path';
import { onStage } from './stage.mjs';

const email = 'grace.hopper@example.com';
const subject = { email, contacts: 2, conversations: 100, messagesPerConversation: 1_000 };
const goalMb = 220;

/** Peak memory of `dsr` while it reads, and then exports, a person with 100,000 messages. */
export function measure(signal) {
  const simulator = { subjects: [subject], conversations: 200 };
  const settings = { vendorRequestsPerSecond: 2_000, vendorBurst: 2_000 };
  return onStage({ signal, simulator, settings }, async ({ measured, folder }) => {
    const access = await measured(['request', 'access', '--email', email, '--wait']);
    const out = join(folder, 'package.zip');
    const exported = await measured(['request', 'export', access.result.id, '--out', out]);
    return {
      messages: countOf(access.result, 'messages'),
      accessPeakMb: access.peakMemoryMb,
      exportPeakMb: exported.peakMemoryMb,
      packageBytes: exported.result.bytes,
      goalMb,
    };
  });
}

function countOf(request, resource) {
  return request.tasks[0].outcomes.find((outcome) => outcome.resource === resource)?.count ?? 0;
}
