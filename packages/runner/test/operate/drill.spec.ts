import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { dsr, dsrCommand } from '../support/dsr.js';
import { Installation } from '../support/installation.js';
import { readPackage, recordsOf } from '../support/read-package.js';
import { drillStep } from './guide.js';

const execute = promisify(execFile);
const email = 'grace.hopper@example.com';

describe('the backup and restore drill of the guide', () => {
  const installation = new Installation();
  const folders = {
    DSR_HOME: installation.home,
    BACKUP: installation.path('backup'),
    KEY_BACKUP: installation.path('key-backup'),
    RESTORED: installation.path('restored'),
  };
  let vendor: DriftSimulator;
  let id: string;

  beforeAll(async () => {
    vendor = await startDriftSimulator({
      subjects: [
        { email, contacts: 2, conversations: 5, messagesPerConversation: 110, attachmentsPerConversation: 1 },
      ],
      conversations: 600,
    });
    await installation.connect('main', vendor);
    ({ id } = await installation.request('access', '--email', email));
    for (const folder of [folders.BACKUP, folders.KEY_BACKUP]) mkdirSync(folder);
    mkdirSync(installation.path('bin'));
    writeFileSync(installation.path('bin/dsr'), `#!/bin/sh\nexec ${dsrCommand.join(' ')} "$@"\n`);
    chmodSync(installation.path('bin/dsr'), 0o755);
  });

  afterAll(async () => {
    await vendor.close();
    installation.remove();
  });

  /** Runs a step as the guide has it, in a shell that stops at the first failure. */
  function follow(step: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
    const environment = { ...folders, PATH: `${installation.path('bin')}:${process.env['PATH'] ?? ''}` };
    return execute('/bin/sh', ['-euc', drillStep(step)], { env: environment });
  }

  it('refuses to copy a database that is in use', async () => {
    const worker = installation.start('worker');
    const forget = vendor.hooks.beforeAnswer(vendor.calls.total + 12, async () => {
      await expect(follow('backup')).rejects.toThrow(/dsr is still running/);
      worker.child.kill('SIGTERM');
    });
    expect((await worker.ended).code).toBe(0);
    forget();
    expect((await installation.request('show', id)).tasks[0]?.status).toBe('running');
  });

  it('carries a request that was under way on in the restored folder, without the old one', async () => {
    await follow('backup');
    rmSync(installation.home, { recursive: true });
    const { stdout } = await follow('restore');
    expect(stdout).toContain(id.slice(0, 8));

    const restored = { ...installation.environment, DSR_HOME: folders.RESTORED };
    const shown = await dsr(['request', 'show', id, '--json'], restored);
    expect(shown.json()).toMatchObject({ status: 'completed' });
    const zip = installation.path('package.zip');
    await dsr(['request', 'export', id, '--out', zip], restored);
    const files = await readPackage(zip);
    const truth = vendor.world.expectedRecords(email);
    for (const resource of ['contacts', 'conversations', 'messages', 'attachments'] as const) {
      const ids = recordsOf(files, 'main', resource).map((record) => record.id);
      expect(ids.sort()).toEqual(truth[resource].map((record) => String(record.id)).sort());
    }
  });

  it('keeps the key out of the copy of the data', async () => {
    const { stdout } = await execute('tar', ['--list', '--file', `${folders.BACKUP}/data.tar`]);
    expect(stdout).toContain('./postgres/data/PG_VERSION');
    expect(stdout).not.toContain('master.key');
  });
});
