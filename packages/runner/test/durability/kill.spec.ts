import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRandom } from '@privacy-connectors/conformance/simulator';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../src/postgres/index.js';
import { Installation, outcomesOf } from '../support/installation.js';
import { readPackage, recordsOf } from '../support/read-package.js';

const phases = ['beforeHandling', 'beforeAnswer', 'afterAnswer'] as const;
const rounds = 16;
/** One fewer than the deaths in a row for which a task is given up. */
const killsPerRequest = 4;
const seed = 20_261_122;

/** 16 access and 16 deletion requests, each killed up to four times: at least 100 points, all from one seed. */
describe('kill -9 at random moments', () => {
  const random = createRandom(seed);
  const subjects = Array.from({ length: rounds }, (_, index) => ({
    email: `person.${index}@example.com`,
    contacts: 2,
    conversations: 3,
    messagesPerConversation: 110,
    attachmentsPerConversation: 1,
  }));
  const installation = new Installation();
  let vendor: DriftSimulator;
  let server: EmbeddedPostgres;
  let points = 0;
  /** Kills while a deletion was at the vendor, which carries it out although nobody hears the answer. */
  let unrecorded = 0;

  beforeAll(async () => {
    vendor = await startDriftSimulator({ seed, subjects, conversations: 600, erasure: { afterLookups: 2 } });
    await installation.connect('main', vendor);
    // Keeps the server up between the kills; what becomes of it without anybody is its own tests' concern.
    server = await openEmbeddedPostgres({ folder: `${installation.home}/postgres` });
  });

  afterAll(async () => {
    await server.close();
    await vendor.close();
    installation.remove();
  });

  /** Starts `request wait` and kills it at the vendor's next `nth` call; true when it was killed before it ended. */
  async function killOnce(id: string): Promise<boolean> {
    const phase = phases[random.integer(0, phases.length - 1)] ?? 'beforeAnswer';
    const process = installation.start('request', 'wait', id);
    const nth = vendor.calls.total + 1 + random.integer(0, 3);
    const forget = vendor.hooks[phase](nth, async (call) => {
      process.child.kill('SIGKILL');
      await process.ended;
      if (call.operationId === 'deletePersonalData') unrecorded += 1;
    });
    const { code } = await process.ended;
    forget();
    return code === null;
  }

  async function killSeveralTimes(id: string): Promise<void> {
    for (let kill = 0; kill < killsPerRequest; kill += 1) {
      if (!(await killOnce(id))) return;
      points += 1;
    }
  }

  it.each(subjects)('loses no record of $email', async ({ email }) => {
    const truth = vendor.world.expectedRecords(email);
    const { id } = await installation.request('access', '--email', email);
    await killSeveralTimes(id);
    const ended = await installation.request('wait', id);
    expect(ended.status).toBe('completed');
    const zip = installation.path(`${email}.zip`);
    await installation.run('request', 'export', id, '--out', zip);
    const files = await readPackage(zip);
    for (const resource of ['contacts', 'conversations', 'messages', 'attachments'] as const) {
      const ids = recordsOf(files, 'main', resource).map((record) => record.id);
      expect(ids.sort()).toEqual(truth[resource].map((record) => String(record.id)).sort());
    }
    const stored = recordsOf(files, 'main', 'attachments').map(({ file }) => files.get(file?.path ?? ''));
    expect(truth.attachments.every(({ bytes }) => stored.some((file) => file?.equals(bytes)))).toBe(true);
  });

  it.each(subjects)('deletes $email once, and says so only when it is true', async ({ email }) => {
    unrecorded = 0;
    const { id } = await installation.request('delete', '--email', email, '--approve');
    await killSeveralTimes(id);
    const ended = await installation.request('wait', id);
    expect(outcomesOf(ended)).toEqual(['contacts deleted 2']);
    expect(vendor.world.contactsOf(email)).toEqual([]);
    const erasures = vendor.world.erasures.filter((erasure) => erasure.email === email);
    const calls = erasures.reduce((sum, erasure) => sum + erasure.calls, 0);
    expect(calls).toBeGreaterThanOrEqual(1);
    expect(calls).toBeLessThanOrEqual(1 + unrecorded);
  });

  it('was killed at 100 points or more', () => {
    expect(points).toBeGreaterThanOrEqual(100);
  });
});
