import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RequestView } from '../../src/application/views/request-view.js';
import type { TaskView } from '../../src/application/views/task-view.js';
import { displayWidth } from '../../src/cli/output/display-width.js';
import { fakeApplication } from './fake-application.js';
import { run } from './run.js';
import { connection, connectionTest, hostile, request, requestId } from './samples.js';

const groups = { connector: ['list', 'show'], connection: ['add', 'list', 'test', 'remove'] };
const requestCommands = ['access', 'delete', 'list', 'show', 'wait', 'approve', 'cancel', 'export'];
const commands = Object.entries({ ...groups, request: requestCommands });
const helpLines = [
  [],
  ...commands.map(([group]) => [group]),
  ...commands.flatMap(([group, leaves]) => leaves.map((leaf) => [group, leaf])),
];

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.lorem({ maxCount: 30 }),
  fc.constant(hostile),
);
const status = fc.constantFrom(
  'received',
  'running',
  'awaiting_approval',
  'completed',
  'incomplete',
  'failed',
  'cancelled',
);
const outcome = fc.constantFrom(
  'deleted',
  'exported',
  'blocked',
  'failed',
  'unverified',
  'not_found',
  'pending',
);
const operation = fc.record({
  title: text,
  resource: text,
  count: fc.nat(),
  alsoErases: fc.array(text, { maxLength: 3 }),
  irreversible: fc.boolean(),
});
const warning = fc.record({ code: text, message: text });
const plan = fc.record({
  hash: text,
  operations: fc.array(operation, { maxLength: 3 }),
  warnings: fc.array(warning, { maxLength: 2 }),
  changed: fc.option(text),
});
const task: fc.Arbitrary<TaskView> = fc.record({
  connection: text,
  connector: text,
  status,
  outcomes: fc.array(fc.record({ resource: text, outcome, count: fc.nat(), reason: text }), { maxLength: 3 }),
  notCovered: fc.array(
    fc.record({ what: text, why: text, remedy: text, capability: fc.constantFrom('access', 'deletion') }),
    { maxLength: 2 },
  ),
  error: fc.option(fc.record({ code: text, message: text })),
  plan: fc.option(plan),
  progress: fc.array(
    fc.record({ step: fc.constantFrom('locate', 'scan', 'erase'), resource: text, done: fc.nat() }),
    { maxLength: 2 },
  ),
  waitingUntil: fc.option(text),
});
const anyRequest: fc.Arbitrary<RequestView> = fc
  .record({
    status,
    type: fc.constantFrom('access', 'deletion'),
    daysLeft: fc.option(fc.integer()),
    extended: fc.option(fc.record({ at: text, firstDueAt: text, reason: fc.option(text) })),
    tasks: fc.array(task, { maxLength: 2 }),
  })
  .map((change) => request(change));

const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

function expectPage(page: string): void {
  expect(page).not.toMatch(unsafe);
  for (const line of page.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
}

describe('text output', () => {
  it.each(helpLines.map((args) => [args]))('help of %j fits 80 columns, with an example', async (args) => {
    const { exitCode, stdout, stderr, opened } = await run([...args, '--help'], { terminal: true });
    expect({ exitCode, stderr, opened }).toEqual({ exitCode: 0, stderr: '', opened: 0 });
    expectPage(stdout);
    if (args.length !== 1) expect(stdout).toMatch(/Examples?:\n {2}\$ /);
  });

  it('fits 80 columns and steers no terminal, whatever a vendor says', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest, async (view) => {
        const { application } = fakeApplication({
          requests: {
            wait: (_id, onProgress) => {
              onProgress(view);
              return Promise.resolve(view);
            },
          },
        });
        const pages = await run(['request', 'wait', requestId], { application });
        expectPage(pages.stdout);
        const terminal = await run(['request', 'wait', requestId], { application, terminal: true });
        expectPage(stripVTControlCharacters(terminal.stdout));
        expectPage(terminal.stderr.replaceAll('\r\u001b[2K', '\n'));
      }),
      { numRuns: 150 },
    );
  });

  it('of connections and connectors fits and is clean', async () => {
    const evil = { ...connection, name: hostile.repeat(3), connector: hostile, account: hostile.repeat(2) };
    const { application } = fakeApplication({
      connections: {
        list: () => Promise.resolve([evil]),
        test: () =>
          Promise.resolve({ ...connectionTest, connection: evil, unneededScopes: [hostile.repeat(4)] }),
      },
    });
    for (const args of [
      ['connection', 'list'],
      ['connection', 'test', 'x'],
      ['connector', 'list'],
      ['connector', 'show', 'drift'],
    ]) {
      expectPage((await run(args, { application })).stdout);
    }
  });

  it('as JSON keeps what the vendor said and steers no terminal', async () => {
    const evil = { ...connection, account: hostile };
    const { application } = fakeApplication({ connections: { list: () => Promise.resolve([evil]) } });
    const { stdout } = await run(['connection', 'list', '--json'], { application });
    expect(stdout).not.toMatch(unsafe);
    expect(JSON.parse(stdout)).toEqual([evil]);
  });

  it('is coloured at a terminal only, and never against NO_COLOR', async () => {
    const args = ['connection', 'test', 'support'];
    expect((await run(args, { terminal: true })).stdout).toContain('\u001b[32m');
    for (const environment of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      expect((await run(args, { terminal: true, environment })).stdout).not.toContain('\u001b');
    }
    expect((await run(args)).stdout).not.toContain('\u001b');
  });

  it('wraps a failure at a terminal', async () => {
    const { stderr } = await run(['connection', 'add', 'drift', '--name', 'a'], {
      terminal: true,
      environment: { NO_COLOR: '1' },
    });
    expect(stderr.trimEnd().split('\n').length).toBeGreaterThan(1);
    expectPage(stderr);
  });

  it('of --version is the version', async () => {
    const { exitCode, stdout } = await run(['--version']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
