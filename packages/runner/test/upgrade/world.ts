import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';

export const email = 'ada.lovelace@example.com';

/** The vendor of the fixture: the same seed gives the same people, ids and tokens. */
export function startFixtureVendor(): Promise<DriftSimulator> {
  const subjects = [{ email, contacts: 2, conversations: 2, messagesPerConversation: 60 }];
  return startDriftSimulator({ seed: 1815, subjects, conversations: 8, strangers: 3 });
}
