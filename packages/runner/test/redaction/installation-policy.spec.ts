import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { Application } from '../../src/application/application.js';
import { openApplication } from '../../src/composition/open-application.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { driftConnection } from '../support/drift-connection.js';
import { never } from '../support/never.js';
import { somebody } from '../support/services.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const email = 'grace.hopper@example.com';
const folder = temporaryFolder();

let server: TestDatabase;
let vendor: DriftSimulator;
let application: Application;

beforeAll(async () => {
  const redaction = { policy: { internal_note: 'redact', bot: 'withhold' } };
  writeFileSync(`${folder.path}/config.json`, JSON.stringify({ redaction }));
  server = await startTestDatabase();
  vendor = await startDriftSimulator({
    subjects: [{ email, conversations: 1, messagesPerConversation: 12 }],
    conversations: 2,
    strangers: 1,
  });
  application = await openApplication({ DSR_HOME: folder.path, DATABASE_URL: server.url });
  await connect('plain', {});
  await connect('own', { internal_note: 'withhold' });
});

afterAll(async () => {
  await application.close();
  await vendor.close();
  await server.stop();
  folder.remove();
});

async function connect(name: string, policy: Readonly<Record<string, string>>): Promise<void> {
  await application.connections.add({ ...driftConnection(name, vendor), policy }, never);
}

describe('the policy of an installation', () => {
  it('holds at connections, except where they have their own', async () => {
    const views = await application.connections.list();
    const policies = new Map(views.map(({ name, policy }) => [name, { ...policy }]));
    const plain = {
      subject: 'export',
      agent: 'redact',
      bot: 'withhold',
      other_person: 'redact',
      internal_note: 'redact',
    };
    expect(policies.get('plain')).toEqual(plain);
    expect(policies.get('own')).toEqual({ ...plain, internal_note: 'withhold' });
    const changed = await application.connections.changePolicy('own', { bot: 'redact' });
    expect(changed.policy).toEqual({ ...plain, internal_note: 'withhold', bot: 'redact' });
  });

  it('is what packages are made by', async () => {
    const { id } = await application.requests.create({ ...somebody, type: 'access' });
    await application.requests.wait(id, () => undefined, AbortSignal.timeout(60_000));
    const { items } = await application.requests.review(id, null, 100);
    const withheld = items.filter((item) => item.withheld === 'internal_note');
    expect(withheld.length).toBeGreaterThan(0);
    expect(withheld.filter(({ record }) => !record.startsWith('own/'))).toEqual([]);
  });
});
