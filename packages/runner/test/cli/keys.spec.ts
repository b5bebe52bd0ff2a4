import { describe, expect, it } from '@jest/globals';
import { fakeApplication } from './fake-application.js';
import { run } from './run.js';
import { apiKey, apiKeyText, token } from './samples.js';

describe('dsr keys create', () => {
  it('prints the key as JSON', async () => {
    const { application, calls } = fakeApplication();
    const { exitCode, stdout } = await run(['keys', 'create', '--role', 'admin', '--json'], { application });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      id: apiKey.id,
      key: apiKeyText,
      role: 'admin',
      expiresAt: apiKey.expiresAt,
    });
    expect(calls.keys).toEqual([{ role: 'admin' }]);
  });

  it('hands over name and days, and prints the key in one piece', async () => {
    const { application, calls } = fakeApplication();
    const options = ['--role', 'auditor', '--name', 'reports', '--expires-in-days', '7'];
    const { stdout } = await run(['keys', 'create', ...options], { application });
    expect(calls.keys).toEqual([{ role: 'auditor', name: 'reports', expiresInDays: 7 }]);
    expect(stdout.split('\n')[0]).toBe(apiKeyText);
    expect(stdout).toContain('It is not shown');
  });

  it.each([
    [[], /--role/],
    [['--role', token], /--role takes one of auditor, operator, approver, admin/],
    [['--role', 'admin', '--expires-in-days', '1e2'], /--expires-in-days needs a number of days/],
    [['--role', 'admin', token], /Too many arguments/],
  ])('refuses %j before anything is opened', async (options, message) => {
    const { exitCode, stdout, stderr, opened } = await run(['keys', 'create', ...options]);
    expect({ exitCode, stdout, opened }).toEqual({ exitCode: 2, stdout: '', opened: 0 });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain(token);
  });
});

describe('dsr keys list and revoke', () => {
  it('lists the keys', async () => {
    const { stdout } = await run(['keys', 'list']);
    expect(stdout).toMatch(/1f6e02a94c7bd385 +operator +helpdesk +2026-05-30 +- +-/);
    expect(JSON.parse((await run(['keys', 'list', '--json'])).stdout)).toEqual([apiKey]);
  });

  it('tells how to create the first one', async () => {
    const { application } = fakeApplication({ keys: { list: () => Promise.resolve([]) } });
    expect((await run(['keys', 'list'], { application })).stdout).toContain('dsr keys create --role admin');
  });

  it('revokes by id', async () => {
    const { application, calls } = fakeApplication();
    const { exitCode, stdout } = await run(['keys', 'revoke', apiKey.id], { application });
    expect({ exitCode, named: calls.named }).toEqual({ exitCode: 0, named: [`revoke ${apiKey.id}`] });
    expect(stdout).toContain(`Key ${apiKey.id} is revoked.`);
  });
});
