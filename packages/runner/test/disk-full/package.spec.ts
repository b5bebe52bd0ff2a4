import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import pg from 'pg';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { dsrCommand } from '../support/dsr.js';
import { Installation } from '../support/installation.js';
import { readPackage, recordsOf } from '../support/read-package.js';
import { onSmallDisk } from '../support/small-disk.js';

const email = 'grace.hopper@example.com';

describe('an export to a disk without room', () => {
  let database: TestDatabase;
  let installation: Installation;
  let vendor: DriftSimulator;
  let id: string;
  let disk: string;

  beforeAll(async () => {
    database = await startTestDatabase();
    installation = new Installation({ DATABASE_URL: database.url });
    vendor = await startDriftSimulator({
      subjects: [{ email, conversations: 3, messagesPerConversation: 100, attachmentsPerConversation: 1 }],
    });
    await installation.connect('main', vendor);
    ({ id } = await installation.request('access', '--email', email, '--wait'));
    disk = installation.path('disk');
    mkdirSync(disk);
  });

  afterAll(async () => {
    await vendor.close();
    installation.remove();
    await database.stop();
  });

  /** `export` as a shell function that prints its exit code and its error. */
  function exporting(file: string): string {
    const variables = Object.entries(installation.environment).map(([name, value]) => `${name}='${value}'`);
    const command = [...variables, ...dsrCommand, 'request', 'export', id, '--out', `"${file}"`].join(' ');
    return `write() { env ${command} 2>&1 >/dev/null; echo "exit $?"; }`;
  }

  it('says so, leaves nothing behind, keeps what was there, and works once there is room', async () => {
    const kept = installation.path('kept.zip');
    const printed = await onSmallDisk(
      disk,
      16,
      `${exporting('$disk/package.zip')}
      echo 'older package' > "$disk/package.zip"
      write
      ls -A "$disk"
      cat "$disk/package.zip"
      grow
      write
      ls -A "$disk"
      cp "$disk/package.zip" '${kept}'`,
    );
    expect(printed.split('\n')).toEqual([
      'The disk is full: free some space or write the file elsewhere. No half file was left behind.',
      'exit 2',
      'package.zip',
      'older package',
      'exit 0',
      'package.zip',
      '',
    ]);
    const { messages } = vendor.world.expectedRecords(email);
    expect(recordsOf(await readPackage(kept), 'main', 'messages')).toHaveLength(messages.length);
  });

  it('says so when the process may not write a file of that size', async () => {
    const printed = await onSmallDisk(
      disk,
      65_536,
      `${exporting('$disk/package.zip')}
      (ulimit -f 8; write)
      ls -A "$disk"
      write`,
    );
    const [told, ...rest] = printed.split('\n');
    expect(told).toMatch(/allows no file of that size: write the file elsewhere or raise the limit/);
    expect(rest).toEqual(['exit 2', 'exit 0', '']);
  });

  it('is in the audit log only when it was done', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      `select count(*)::int as count from dsr.audit_entry where action = 'package.exported'`,
    );
    await client.end();
    expect(rows).toEqual([{ count: 2 }]);
  });
});
