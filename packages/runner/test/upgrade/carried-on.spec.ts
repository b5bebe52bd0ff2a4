import { readFileSync } from 'node:fs';
// eslint-disable-next-line no-restricted-imports -- the fixture holds the engine's own tables
import { DBOS } from '@dbos-inc/dbos-sdk';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { Database } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/index.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { Installation, outcomesOf } from '../support/installation.js';
import { readPackage, recordsOf } from '../support/read-package.js';
import { email, startFixtureVendor } from './world.js';

/** What release 0.1.0, which had no workers, wrote until it was killed in the middle of an access request. */
const fixture = JSON.parse(readFileSync(new URL('./before-workers.json', import.meta.url), 'utf8')) as {
  readonly access: string;
  readonly deletion: string;
  readonly tables: { readonly [table: string]: readonly object[] };
};

/** Tables in an order in which rows find what they refer to. */
const order = [
  ...['dbos.application_versions', 'dbos.queues', 'dbos.workflow_status', 'dbos.workflow_input'],
  ...['dbos.workflow_output', 'dbos.operation_outputs', 'dsr.data_key'],
  ...[
    'dsr.audit_entry',
    'dsr.connection',
    'dsr.request',
    'dsr.task',
    'dsr.identifier',
    'dsr.search',
    'dsr.thing',
  ],
  ...['dsr.work', 'dsr.record', 'dsr.scan_entry'],
];

describe('work of the release before', () => {
  let server: TestDatabase;
  let installation: Installation;
  let vendor: DriftSimulator;

  beforeAll(async () => {
    server = await startTestDatabase();
    installation = new Installation({
      DATABASE_URL: server.url,
      DSR_MASTER_KEY: Buffer.alloc(32, 1).toString('hex'),
    });
    vendor = await startFixtureVendor();
    const database = await Database.open(server.url);
    await migrate(
      database,
      migrations.filter(({ id }) => id <= 3),
    );
    await DBOS.migrate(server.url);
    await restore(database);
    await database.close();
  });

  afterAll(async () => {
    await vendor.close();
    await server.stop();
    installation.remove();
  });

  async function restore(database: Database): Promise<void> {
    expect(Object.keys(fixture.tables).sort()).toEqual([...order].sort());
    for (const table of order) {
      await database.query(
        `insert into ${table} overriding system value select * from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(fixture.tables[table])],
      );
    }
    for (const [table, column] of [
      ['dsr.work', 'id'],
      ['dsr.record', 'seq'],
    ] as const) {
      await database.query(`select setval(pg_get_serial_sequence($1, $2), max(${column})) from ${table}`, [
        table,
        column,
      ]);
    }
    const place = { baseUrl: vendor.baseUrl, authorizationUrl: vendor.authorizationUrl };
    await database.query('update dsr.connection set settings = settings || $1', [JSON.stringify(place)]);
  }

  it('is carried on by a worker of this one, from where it was killed', async () => {
    const begun = fixture.tables['dsr.record']?.length ?? 0;
    expect(begun).toBeGreaterThan(0);
    expect(await installation.run('worker', '--until-idle')).toMatchObject({ code: 0, complaints: [] });
    expect((await installation.request('show', fixture.access)).status).toBe('completed');
    const zip = installation.path('package.zip');
    await installation.run('request', 'export', fixture.access, '--out', zip);
    const files = await readPackage(zip);
    const truth = vendor.world.expectedRecords(email);
    for (const resource of ['contacts', 'conversations', 'messages'] as const) {
      const ids = recordsOf(files, 'main', resource).map((record) => record.id);
      expect(ids.sort()).toEqual(truth[resource].map((record) => String(record.id)).sort());
    }
  });

  it('is approved as the plan that the release before showed', async () => {
    const { tasks } = await installation.request('show', fixture.deletion);
    const plan = tasks[0]?.plan?.hash ?? '';
    await installation.request('approve', fixture.deletion, '--plan', plan);
    expect(await installation.run('worker', '--until-idle')).toMatchObject({ code: 0, complaints: [] });
    expect(outcomesOf(await installation.request('show', fixture.deletion))).toEqual(['contacts deleted 2']);
    expect(vendor.world.contactsOf(email)).toEqual([]);
  });
});
