import { openApplication } from '../../packages/runner/dist/index.js';

/** Records an access request for each person in the data folder, without a process for each. */
export async function recordRequests(home, emails) {
  const application = await openApplication({ PATH: process.env.PATH, DSR_HOME: home });
  const nothingElse = { phones: [], ids: [], widen: [], connections: [] };
  const access = { type: 'access', approved: false, includeVendorUsers: false };
  try {
    for (const email of emails)
      await application.requests.create({ ...access, ...nothingElse, emails: [email] });
  } finally {
    await application.close();
  }
}
