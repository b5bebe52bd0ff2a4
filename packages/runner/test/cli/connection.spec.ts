import { describe, expect, it } from '@jest/globals';
import { fakeApplication } from './fake-application.js';
import { run } from './run.js';
import { connection, connectionTest, removedConnection } from './samples.js';

describe('dsr connection list, test and remove', () => {
  it('lists connections', async () => {
    const { exitCode, stdout } = await run(['connection', 'list']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/support +drift +static_token +Example Incorporated +shop +2026-03-01\n$/);
  });

  it('lists connections as JSON', async () => {
    const { stdout } = await run(['connection', 'list', '--json']);
    expect(JSON.parse(stdout)).toEqual([connection]);
  });

  it('says how to begin when there are none', async () => {
    const { application } = fakeApplication({ connections: { list: () => Promise.resolve([]) } });
    expect((await run(['connection', 'list'], { application })).stdout).toContain('dsr connection add');
  });

  it('tests a connection and names what a missing scope costs', async () => {
    const { application, calls } = fakeApplication();
    const { exitCode, stdout } = await run(['connection', 'test', 'support'], { application });
    expect({ exitCode, named: calls.named, closed: calls.closed }).toEqual({
      exitCode: 0,
      named: ['test support'],
      closed: 1,
    });
    expect(stdout).toContain('support (drift) works.');
    expect(stdout).toMatch(/Deletion: +not possible, missing scopes: gdpr_write/);
    expect(stdout).toContain('better not granted: user_write');
  });

  it('ends with 5 when the vendor rejects the connection', async () => {
    const dead = { ...connectionTest, alive: false };
    const { application } = fakeApplication({ connections: { test: () => Promise.resolve(dead) } });
    const { exitCode, stdout } = await run(['connection', 'test', 'support', '--json'], { application });
    expect(exitCode).toBe(5);
    expect(JSON.parse(stdout)).toEqual(dead);
  });

  it('removes a connection', async () => {
    const { application, calls } = fakeApplication();
    const { exitCode, stdout } = await run(['connection', 'remove', 'support', '--json'], { application });
    expect({ exitCode, named: calls.named }).toEqual({ exitCode: 0, named: ['remove support'] });
    expect(JSON.parse(stdout)).toEqual(removedConnection);
    expect((await run(['connection', 'remove', 'support'])).stdout).toContain('support is removed');
  });

  it('says what to do at a vendor that still lets a removed connection in, and fails', async () => {
    const left = {
      ...removedConnection,
      state: 'still_alive',
      reason: 'unsupported',
      manualSteps: ['Revoke the token.'],
    } as const;
    const remove = () => Promise.resolve(left);
    const { application } = fakeApplication({ connections: { remove } });
    const { exitCode, stdout } = await run(['connection', 'remove', 'support'], { application });
    expect(exitCode).toBe(4);
    expect(stdout).toMatch(/still alive at the vendor[^]*1\. Revoke the token\./);
  });

  it('lists what should be looked at: old tokens, idle connections, and those that are still alive', async () => {
    const old = { ...connection, credentialsExpire: false, lastUsedAt: null, unneededScopes: ['user_write'] };
    const left = {
      ...connection,
      name: 'gone',
      state: 'still_alive',
      reason: 'unreachable',
      manualSteps: ['Do it.'],
    } as const;
    const { application } = fakeApplication({ connections: { list: () => Promise.resolve([old, left]) } });
    const { stdout } = await run(['connection', 'list'], { application });
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/token of support does not expire and is \d+ days old/);
    expect(text).toMatch(/support was not used for \d+ days/);
    expect(text).toMatch(/more than it needs, better not granted:\s+user_write/);
    expect(text).toContain(
      'gone is removed here, and still alive at the vendor: the vendor does not answer. 1. Do it.',
    );
  });
});
