import { describe, expect, it } from '@jest/globals';
import { fakeApplication } from './fake-application.js';
import { run } from './run.js';

describe('dsr connector', () => {
  it('lists connectors without opening the database', async () => {
    const { exitCode, stdout, opened } = await run(['connector', 'list']);
    expect({ exitCode, opened }).toEqual({ exitCode: 0, opened: 0 });
    expect(stdout).toMatch(
      /^ID +TITLE +VERSION +VENDOR API +CAPABILITIES\ndrift +Drift +0\.1\.0 +1\.7 +access\n$/,
    );
  });

  it('lists connectors as one JSON document', async () => {
    const { stdout } = await run(['connector', 'list', '--json']);
    expect(JSON.parse(stdout)).toEqual([
      { id: 'drift', title: 'Drift', version: '0.1.0', vendorApiVersion: '1.7', capabilities: ['access'] },
    ]);
  });

  it('shows what a connector needs and does not cover', async () => {
    const { stdout } = await run(['connector', 'show', 'drift']);
    expect(stdout).toContain('contact_read (needed for access)');
    expect(stdout).toContain('baseUrl (string, default https://vendor.example)');
    expect(stdout).toContain('Mailed exports (access)');
  });

  it('shows the manifest as JSON', async () => {
    const { stdout } = await run(['connector', 'show', 'drift', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'drift',
      rateLimits: { all: { limits: [{ requestsPerSecond: 5, burst: 10 }], per: 'connection' } },
    });
  });

  it('refuses an unknown connector with the way out of the catalogue', async () => {
    const { application, calls } = fakeApplication();
    const { exitCode, stdout, stderr } = await run(['connector', 'show', 'nope'], { application });
    expect({ exitCode, stdout, closed: calls.closed }).toEqual({ exitCode: 2, stdout: '', closed: 0 });
    expect(stderr).toBe('No such connector. There are: drift.\n');
  });
});
