import { describe, expect, it } from '@jest/globals';
import { fakeApplication } from './fake-application.js';
import { run } from './run.js';
import { completedAccess, request, requestId } from './samples.js';

const person = ['--email', 'jane@example.org'];

describe('the options of a deadline', () => {
  it.each(['access', 'delete'])('reach the request that %s records', async (verb) => {
    const { application, calls } = fakeApplication();
    const options = ['--regulation', 'other', '--received', '2026-03-01', '--due', '2026-12-24'];
    expect((await run(['request', verb, ...person, ...options], { application })).exitCode).toBe(0);
    expect(calls.requests[0]).toMatchObject({
      regulation: 'other',
      receivedAt: new Date('2026-03-01T00:00:00.000Z'),
      dueAt: new Date('2026-12-24T23:59:59.999Z'),
    });
  });

  it('leave the deadline to the law when there are none', async () => {
    const { application, calls } = fakeApplication();
    await run(['request', 'access', ...person], { application });
    for (const field of ['regulation', 'receivedAt', 'dueAt']) {
      expect(calls.requests[0]).not.toHaveProperty(field);
    }
  });

  it.each([
    ['--received', 'yesterday', '--received needs a date or a time in ISO 8601, e.g. 2026-12-24.\n'],
    ['--due', '2026-02-30', '--due needs a date or a time in ISO 8601, e.g. 2026-12-24.\n'],
    ['--regulation', 'hipaa', /gdpr, ccpa, other/],
  ])('are refused with the way out: %s %s', async (option, value, message) => {
    const { application, calls } = fakeApplication();
    const end = await run(['request', 'access', ...person, option, value], { application });
    expect(end.exitCode).toBe(2);
    if (typeof message === 'string') expect(end.stderr).toBe(message);
    else expect(end.stderr).toMatch(message);
    expect(calls.requests).toEqual([]);
  });
});

describe('dsr request extend', () => {
  it('hands over the reason and, when there is one, the new day', async () => {
    const { application, calls } = fakeApplication();
    const reason = 'Tapes.';
    const parameters = ['request', 'extend', requestId, '--reason', reason];
    expect((await run(parameters, { application })).exitCode).toBe(0);
    expect((await run([...parameters, '--due', '2027-01-31'], { application })).exitCode).toBe(0);
    expect(calls.extensions).toEqual([{ reason }, { reason, dueAt: new Date('2027-01-31T23:59:59.999Z') }]);
    expect(calls.named).toEqual([`extend ${requestId}`, `extend ${requestId}`]);
  });

  it('needs a reason', async () => {
    const { application, calls } = fakeApplication();
    const { exitCode, stderr } = await run(['request', 'extend', requestId], { application });
    expect({ exitCode, named: calls.named }).toEqual({ exitCode: 2, named: [] });
    expect(stderr).toMatch(/--reason/);
  });
});

describe('dsr request list', () => {
  it('asks for what its options say', async () => {
    const { application, calls } = fakeApplication();
    const options = ['--status', 'running', '--type', 'deletion', '--connection', 'support', '--overdue'];
    await run(['request', 'list', ...options, '--due-before', '2026-12-24'], { application });
    await run(['request', 'list'], { application });
    const dueBefore = new Date('2026-12-24T00:00:00.000Z');
    const given = { status: 'running', type: 'deletion', connection: 'support', overdue: true, dueBefore };
    expect(calls.filters).toEqual([given, {}]);
  });

  it('begins with what is due first, marks what is late, and ends with what has ended', async () => {
    const late = request({
      id: '00000000-late',
      dueAt: '2026-01-01T00:00:00.000Z',
      daysLeft: -3,
      overdue: true,
    });
    const soon = request({ id: '00000000-soon' });
    const { application } = fakeApplication({
      requests: { list: () => Promise.resolve([completedAccess, soon, late]) },
    });
    const { stdout } = await run(['request', 'list'], { application, terminal: true });
    const lines = stdout.split('\n');
    expect(lines.findIndex((line) => line.startsWith('00000000-late'))).toBe(1);
    expect(lines[1]).toMatch(/\u001b\[31m-3d/);
    expect(lines[2]).toMatch(/^00000000-soon.* 12d$/);
    expect(lines[3]).toMatch(/completed.* -$/);
  });

  it('says when there is none', async () => {
    const { application } = fakeApplication({ requests: { list: () => Promise.resolve([]) } });
    expect((await run(['request', 'list'], { application })).stdout).toMatch(/No requests yet/);
    expect((await run(['request', 'list', '--overdue'], { application })).stdout).toBe(
      'No requests like that.\n',
    );
  });
});
