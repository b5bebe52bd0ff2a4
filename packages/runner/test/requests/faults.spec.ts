import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { Application } from '../../src/application/application.js';
import type { RequestView } from '../../src/application/views/request-view.js';
import type { TaskView } from '../../src/application/views/task-view.js';
import { openApplication } from '../../src/composition/open-application.js';
import { Search } from '../privacy/search.js';
import { filesIn, tablesOf } from '../privacy/stored-content.js';
import { startCollector, type Collector } from '../support/collector.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { driftConnection } from '../support/drift-connection.js';
import { Installation } from '../support/installation.js';
import { never } from '../support/never.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { readPackage, recordsOf } from '../support/read-package.js';
import { arm, casesOf, targets, type FaultCase, type Target } from './fault-cases.js';

const email = 'grace.hopper@example.com';
const world = {
  subjects: [
    { email, contacts: 2, conversations: 2, messagesPerConversation: 60, attachmentsPerConversation: 1 },
  ],
  conversations: 4,
  strangers: 2,
  erasure: { afterLookups: 2 },
};
/** Each resource with what it hangs on, so that the loss of one accounts for that of the next. */
const chain = ['contacts', 'conversations', 'messages', 'attachments'] as const;
const losses: readonly string[] = ['failed', 'blocked', 'refused', 'skipped'];
/** Calls whose 404 is Drift's word for "nobody". */
const notFoundMeansNone = ['findContacts'];
/** Processes at a time. */
const processes = 3;

interface Ended {
  readonly vendor: DriftSimulator;
  readonly task: TaskView;
}

describe('every vendor call answered by every fault', () => {
  const cases = targets.flatMap(casesOf);
  const vendors = new Map<string, DriftSimulator>();
  const ended = new Map<string, Ended>();
  /** Ids of requests, by the call that went wrong. */
  const requests = new Map<string, string>();
  const outputs: string[] = [];
  let installation: Installation;
  const temporary = temporaryFolder();
  let database: TestDatabase;
  let collector: Collector;
  let application: Application;

  beforeAll(async () => {
    database = await startTestDatabase();
    collector = await startCollector();
    installation = new Installation({
      DATABASE_URL: database.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
      TMPDIR: temporary.path,
    });
    application = await openApplication({ DSR_HOME: installation.home, DATABASE_URL: database.url });
    for (const faultCase of cases) await connect(faultCase);
    const waiting = [...targets];
    await Promise.all(Array.from({ length: processes }, () => carryOut(waiting)));
  }, 360_000);

  afterAll(async () => {
    await application.close();
    for (const vendor of vendors.values()) await vendor.close();
    await collector.stop();
    await database.stop();
    installation.remove();
    temporary.remove();
  });

  async function connect(faultCase: FaultCase): Promise<void> {
    const vendor = await startDriftSimulator(world);
    vendor.faults.quote = secretsOf(vendor).join(' ');
    vendors.set(faultCase.name, vendor);
    const connection = driftConnection(faultCase.name, vendor);
    const settings = { ...connection.settings, ...(faultCase.lasts ? { verifyForSeconds: '8' } : {}) };
    await application.connections.add({ ...connection, settings }, never);
  }

  async function carryOut(waiting: Target[]): Promise<void> {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      const own = casesOf(target);
      for (const faultCase of own) arm(vendorOf(faultCase), faultCase);
      const connections = own.flatMap(({ name }) => ['--connection', name]);
      const approval = target.type === 'delete' ? ['--approve'] : [];
      const parameters = [target.type, '--email', email, ...approval, ...connections, '--wait', '--json'];
      const end = await installation.run('request', ...parameters);
      expect(end.stderr).toBe('');
      outputs.push(end.stdout);
      const view = end.json() as RequestView;
      requests.set(target.operationId, view.id);
      keep(own, view);
    }
  }

  function keep(own: readonly FaultCase[], view: RequestView): void {
    for (const faultCase of own) {
      const task = view.tasks.find(({ connection }) => connection === faultCase.name);
      if (task !== undefined) ended.set(faultCase.name, { vendor: vendorOf(faultCase), task });
    }
  }

  function vendorOf({ name }: FaultCase): DriftSimulator {
    const vendor = vendors.get(name);
    if (vendor === undefined) throw new Error(`There is no vendor for ${name}.`);
    return vendor;
  }

  function endOf({ name }: FaultCase): Ended {
    const end = ended.get(name);
    if (end === undefined) throw new Error(`The request did not end on ${name}.`);
    return end;
  }

  const of = (type: Target['type']) => cases.filter(({ target }) => target.type === type);

  it.each(of('access'))('$name: an access says what it has and what is missing', (faultCase) => {
    const { vendor, task } = endOf(faultCase);
    expect(vendor.calls.count(faultCase.target.operationId)).toBeGreaterThan(0);
    expect({ status: task.status, unexplained: unexplained(task, vendor) }).toEqual({
      status: expect.stringMatching(/^(completed|incomplete|failed)$/),
      unexplained: saysNobody(faultCase) ? chain : [],
    });
    const lost = task.outcomes.filter(({ outcome }) => losses.includes(outcome));
    if (task.status === 'completed') expect(lost).toEqual([]);
    expect(lost.every(({ reason }) => reason !== undefined)).toBe(true);
  });

  it('a download is handed over byte by byte, or said to be missing', async () => {
    const path = installation.path('downloads.zip');
    await application.requests.export(requests.get('downloadAttachment') ?? '', path);
    const files = await readPackage(path);
    const downloads = of('access').filter(({ target }) => target.operationId === 'downloadAttachment');
    const silent = downloads.filter((faultCase) => {
      const { vendor, task } = endOf(faultCase);
      const contents = recordsOf(files, faultCase.name, 'attachments').map(({ file }) =>
        files.get(file?.path ?? ''),
      );
      const missing = vendor.world
        .expectedRecords(email)
        .attachments.filter(({ bytes }) => !contents.some((content) => content?.equals(bytes)));
      const told = task.outcomes.filter(
        ({ resource, outcome }) => resource === 'attachments' && losses.includes(outcome),
      );
      return missing.length !== told.reduce((sum, { count }) => sum + count, 0);
    });
    expect(downloads.length).toBeGreaterThan(20);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it.each(of('delete'))('$name: a deletion is confirmed only when it is true', (faultCase) => {
    const { vendor, task } = endOf(faultCase);
    const held = vendor.world.contactsOf(email).length;
    const deleted = task.outcomes
      .filter(({ outcome }) => outcome === 'deleted')
      .reduce((sum, { count }) => sum + count, 0);
    expect(deleted).toBe(task.status === 'completed' && !saysNobody(faultCase) ? 2 : 0);
    if (deleted > 0) expect(held).toBe(0);
    const accepted = vendor.world.erasures.reduce((sum, { calls }) => sum + calls, 0);
    expect(accepted).toBeLessThanOrEqual(justifiedCalls(faultCase));
  });

  it.each(cases.filter(({ lasts, fault }) => !lasts && isPassing(fault)))(
    '$name: a passing fault costs nothing',
    (faultCase) => {
      expect(endOf(faultCase).task.status).toBe('completed');
    },
  );

  it('nothing that a vendor quotes is told or kept in clear, but in packages', async () => {
    const [vendor] = vendors.values();
    const values = [
      ...new Set([...vendors.values()].map(({ staticToken }) => staticToken)),
      ...secretsOf(vendor!),
    ];
    const search = new Search(values.map((value) => ({ name: `${value.slice(0, 6)}…`, value })));
    const told = {
      outputs: outputs.join(''),
      spans: collector.bodies.join(''),
      metrics: await application.monitoring.metrics(),
    };
    const folders = [installation.home, temporary.path];
    const kept = [...(await tablesOf(database.url)), ...folders.flatMap((folder) => [...filesIn(folder)])];
    expect(Object.entries(told).filter(([, text]) => text.length < 1000)).toEqual([]);
    expect([
      ...Object.entries(told).flatMap(([place, text]) => search.in(place, text)),
      ...kept.flatMap(({ place, content }) => search.in(place, content)),
    ]).toEqual([]);
  });
});

/** What the vendor quotes in every planted answer: credentials, the data subject, and other people. */
function secretsOf({ staticToken, clientSecret, world }: DriftSimulator): readonly string[] {
  return [staticToken, clientSecret, email, ...world.canariesOf(email), ...world.strangerCanaries(email)];
}

/** Resources with fewer records than there are, and no outcome of theirs or of what they hang on that says so. */
function unexplained(task: TaskView, vendor: DriftSimulator): readonly string[] {
  const truth = vendor.world.expectedRecords(email);
  return chain.filter((resource, index) => {
    const exported =
      task.outcomes.find((view) => view.resource === resource && view.outcome === 'exported')?.count ?? 0;
    const above: readonly string[] = chain.slice(0, index + 1);
    const told = task.outcomes.some((view) => above.includes(view.resource) && losses.includes(view.outcome));
    return exported !== truth[resource].length && !told;
  });
}

function isNotFound({ fault }: FaultCase): boolean {
  return fault === 'status 404';
}

function isPassing(fault: string): boolean {
  return /^(status (408|429|503)|429 |500 |reset |truncated )/.test(fault);
}

function saysNobody(faultCase: FaultCase): boolean {
  const { target } = faultCase;
  return (
    isNotFound(faultCase) && target.phase === 'request' && notFoundMeansNone.includes(target.operationId)
  );
}

/** Calls that a vendor may see: one, and another for each answer that was lost on the way, at most four. */
function justifiedCalls({ target, fault, lasts }: FaultCase): number {
  const lost = target.operationId === 'deletePersonalData' && /^(reset after|truncated)/.test(fault);
  if (!lost) return 1;
  return lasts ? 4 : 2;
}
