import { describe, expect, it } from '@jest/globals';
import type { RequestStatus } from '../../src/application/views/request-view.js';
import { fakeApplication } from './fake-application.js';
import { run } from './run.js';
import {
  completedAccess,
  email,
  incompleteDeletion,
  plannedDeletion,
  request,
  requestId,
  task,
  token,
} from './samples.js';

const access = ['request', 'access', '--email', email];
const deletion = ['request', 'delete', '--email', email];
const person = { emails: [email], phones: [], ids: [], widen: [] };

function stoppingWith(view = completedAccess) {
  return fakeApplication({
    requests: {
      wait: (_id, onProgress) => {
        onProgress(request({ status: 'running', tasks: [task()] }));
        return Promise.resolve(view);
      },
    },
  });
}

describe('dsr request access', () => {
  it('records the request and says how to go on', async () => {
    const { application, calls } = fakeApplication();
    const ran = await run([...access, '--connection', 'a', '--connection', 'b'], { application });
    expect(ran.exitCode).toBe(0);
    expect(calls.requests).toEqual([
      { ...person, type: 'access', connections: ['a', 'b'], approved: false, includeVendorUsers: false },
    ]);
    expect(calls.named).toEqual([]);
    expect(ran.stdout).toContain(`access request ${requestId}`);
    expect(ran.stdout).toContain(`dsr request wait ${requestId}`);
    expect(ran.stdout + ran.stderr).not.toContain(email);
  });

  it('carries it out with --wait and tells how to get the package', async () => {
    const { application, calls } = stoppingWith();
    const { exitCode, stdout, stderr } = await run([...access, '--wait'], { application });
    expect({ exitCode, stderr, closed: calls.closed }).toEqual({ exitCode: 0, stderr: '', closed: 1 });
    expect(stdout).toMatch(/messages +exported +1,240\n/);
    expect(stdout).toContain('Timeline events: No endpoint. Ask the vendor.');
    expect(stdout).toContain(`dsr request export ${requestId} --out`);
  });

  it('takes every identifier of the person, and what it may be widened to', async () => {
    const { application, calls } = fakeApplication();
    const options = ['--email', 'second@example.org', '--phone', '+46 70', '--identifier', 'shop:a:b'];
    await run([...access, ...options, '--widen', 'phone', '--widen', 'phone'], { application });
    expect(calls.requests).toMatchObject([
      {
        emails: [email, 'second@example.org'],
        phones: ['+46 70'],
        ids: [{ namespace: 'shop', value: 'a:b' }],
        widen: ['phone'],
      },
    ]);
  });

  it.each([
    ['an id without a name space', ['--identifier', `:${token}`], /--identifier shop:1234/],
    ['what is no id', ['--identifier', token], /--identifier shop:1234/],
    ['a kind that cannot be widened', ['--widen', token], /email or phone/],
  ])('refuses %s without repeating it', async (_, options, message) => {
    const { exitCode, stdout, stderr, opened } = await run([...access, ...options]);
    expect({ exitCode, stdout, opened }).toEqual({ exitCode: 2, stdout: '', opened: 0 });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain(token);
  });

  it('needs an identifier', async () => {
    const { exitCode, stderr, opened } = await run(['request', 'access']);
    expect({ exitCode, opened }).toEqual({ exitCode: 2, opened: 0 });
    expect(stderr).toMatch(/--email <address>.*--help/);
  });

  it('prints progress as JSON lines and the request last', async () => {
    const { application } = stoppingWith();
    const { stdout, stderr } = await run([...access, '--wait', '--json'], { application });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toEqual([{ progress: request({ status: 'running', tasks: [task()] }) }, completedAccess]);
    expect(stderr).toBe('');
  });
});

describe('dsr request delete', () => {
  it('stops at the plan and deletes nothing', async () => {
    const { application, calls } = stoppingWith(plannedDeletion);
    const { exitCode, stdout } = await run([...deletion, '--wait'], { application });
    expect(exitCode).toBe(0);
    expect(calls.requests).toEqual([
      { ...person, type: 'deletion', connections: [], approved: false, includeVendorUsers: false },
    ]);
    for (const text of [
      'Erase all data',
      'contacts: 2',
      'conversations, messages',
      'IRREVERSIBLE',
      'Warning: The person',
    ]) {
      expect(stdout).toContain(text);
    }
    expect(stdout).toContain(
      `  dsr request approve ${requestId} --plan ${'a'.repeat(12)}\n  dsr request wait ${requestId}\n`,
    );
  });

  it('prints what changed when an approved plan is no longer the plan', async () => {
    const [planned] = plannedDeletion.tasks;
    const changed = { ...planned!, plan: { ...planned!.plan!, changed: 'One more contact.' } };
    const { application } = stoppingWith({ ...plannedDeletion, tasks: [changed] });
    const { exitCode, stdout } = await run([...deletion, '--approve', '--wait'], { application });
    expect(exitCode).toBe(3);
    expect(stdout).toContain('Changed since it was approved: One more contact.');
  });

  it('prints the result when planning ends the request', async () => {
    const { application } = stoppingWith(incompleteDeletion);
    const { exitCode, stdout } = await run(deletion, { application });
    expect(exitCode).toBe(4);
    expect(stdout).toMatch(/contacts +unverified +1 +Still there at the deadline\.\n/);
  });

  it('only records an approved request', async () => {
    const { application, calls } = stoppingWith();
    const { exitCode, stdout } = await run([...deletion, '--approve', '--include-vendor-users'], {
      application,
    });
    expect(exitCode).toBe(0);
    expect(calls.requests).toMatchObject([{ approved: true, includeVendorUsers: true }]);
    expect(stdout).toContain(`Recorded: deletion request ${requestId}`);
  });

  it('prints the plan as the last JSON line', async () => {
    const { application } = stoppingWith(plannedDeletion);
    const { stdout } = await run([...deletion, '--json'], { application });
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1)!)).toEqual(plannedDeletion);
  });
});

describe('dsr request wait', () => {
  const ends: readonly (readonly [RequestStatus, number])[] = [
    ['completed', 0],
    ['awaiting_approval', 3],
    ['incomplete', 4],
    ['failed', 4],
    ['cancelled', 4],
  ];

  it.each(ends)('of a request that stops %s ends with %i', async (status, exitCode) => {
    const { application } = stoppingWith(request({ status }));
    const ran = await run(['request', 'wait', requestId], { application });
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.stdout).toMatch(new RegExp(`^Status: +${status}$`, 'm'));
  });

  it('shows one updating line at a terminal and clears it', async () => {
    const { application } = stoppingWith();
    const { stderr } = await run(['request', 'wait', requestId], { application, terminal: true });
    expect(stderr).toBe(`Request ${requestId}\n\r\u001b[2Ksupport: scan conversations 1,200\r\u001b[2K`);
  });

  it('shows nothing that arrives after the end', async () => {
    let late: () => void = () => undefined;
    const { application } = fakeApplication({
      requests: {
        wait: (_id, onProgress) => {
          late = () => {
            onProgress(request());
          };
          return Promise.resolve(completedAccess);
        },
      },
      close: () => {
        late();
        return Promise.resolve();
      },
    });
    const { stdout } = await run(['request', 'wait', requestId, '--json'], { application });
    expect(JSON.parse(stdout)).toEqual(completedAccess);
  });
});

describe('dsr request list, show, approve, cancel and export', () => {
  it('lists requests with ids to copy', async () => {
    const { stdout } = await run(['request', 'list']);
    expect(stdout).toMatch(new RegExp(`^${requestId}  access  received +2026-04-01 +12d$`, 'm'));
    expect(JSON.parse((await run(['request', 'list', '--json'])).stdout)).toEqual([
      request(),
      completedAccess,
    ]);
  });

  it.each(['show', 'approve', 'cancel'])('%s names the request and prints it', async (verb) => {
    const { application, calls } = fakeApplication();
    const { exitCode, stdout } = await run(['request', verb, requestId, '--json'], { application });
    expect({ exitCode, named: calls.named }).toEqual({ exitCode: 0, named: [`${verb} ${requestId}`] });
    expect(JSON.parse(stdout)).toMatchObject({ id: requestId });
    expect((await run(['request', verb, requestId])).stdout).toContain(requestId);
  });

  it('tells after an approval how to carry the request on', async () => {
    expect((await run(['request', 'approve', requestId])).stdout).toContain(
      `  dsr request wait ${requestId}\n`,
    );
  });

  it('exports to the file that was named', async () => {
    const { exitCode, stdout } = await run(['request', 'export', requestId, '--out', 'jane.zip']);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: 'Written: jane.zip (12 files, 123,456 bytes).\n',
    });
    const json = await run(['request', 'export', requestId, '--out', 'jane.zip', '--json']);
    expect(JSON.parse(json.stdout)).toEqual({ file: 'jane.zip', bytes: 123_456, files: 12 });
  });

  it('exports to every recipient', async () => {
    const { application, calls } = fakeApplication();
    const to = ['--recipient', 'age1a', '--recipient', 'age1b'];
    await run(['request', 'export', requestId, '--out', 'jane.zip.age', ...to], { application });
    expect(calls.named).toEqual([`export ${requestId} to age1a to age1b`]);
  });

  it.each([
    ['jane.zip', ['--recipient', 'age1a'], /ends in \.zip\.age/],
    ['jane.zip.age', [], /name a recipient/],
  ])('does not write %s with %j', async (file, options, sentence) => {
    const { application, calls } = fakeApplication();
    const { exitCode, stderr } = await run(['request', 'export', requestId, '--out', file, ...options], {
      application,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(calls.named).toEqual([]);
  });
});
