import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '@privacy-connectors/core';
import type { RequestView } from '../src/application/views/request-view.js';
import { Database } from '../src/store/database.js';
import { migrate } from '../src/store/migrate.js';
import { keysAndAudit } from '../src/store/migrations/0001-keys-and-audit.js';
import { requests } from '../src/store/migrations/0002-requests.js';
import { Box } from '../src/vault/box.js';
import { installation as ownInstallation, type KeyOwner } from '../src/vault/key-owner.js';
import { startTestDatabase, type TestDatabase } from './support/database.js';
import { Installation } from './support/installation.js';
import { installMadeUp } from './support/made-up/install.js';
import { startMadeUpVendor, type MadeUpVendor } from './support/made-up/vendor.js';
import { wrapperOf } from './support/vault.js';

const email = 'ada.lovelace@example.com';

describe('a database from before identifiers', () => {
  let server: TestDatabase;
  let vendor: MadeUpVendor;
  let installation: Installation;
  let underWay = '';
  let ended = '';

  beforeAll(async () => {
    server = await startTestDatabase();
    vendor = await startMadeUpVendor('crm', [{ id: 'p1', searchable: [{ kind: 'email', value: email }] }]);
    installation = new Installation({
      DATABASE_URL: server.url,
      DSR_MASTER_KEY: Buffer.alloc(32, 1).toString('hex'),
    });
    installMadeUp(installation, [{ id: 'crm', consumes: ['email'], produces: [] }]);
    const database = await Database.open(server.url);
    await migrate(database, [keysAndAudit, requests]);
    await addKey(database, ownInstallation);
    const connection = await addConnection(database);
    underWay = await addRequest(database, { connection, type: 'access', status: 'running' });
    ended = await addRequest(database, { connection, type: 'deletion', status: 'completed' });
    await database.close();
  });

  afterAll(async () => {
    await vendor.close();
    await server.stop();
    installation.remove();
  });

  /** A data key as it was kept then: whole, and wrapped by the master key. */
  async function addKey(database: Database, owner: KeyOwner): Promise<Box> {
    const key = randomBytes(32);
    const wrapper = wrapperOf(1);
    const wrapped = await wrapper.wrap(key, JSON.stringify([owner.scope, owner.id]));
    await database.query(
      'insert into dsr.data_key (scope, scope_id, wrapped, wrapper_id) values ($1, $2, $3, $4)',
      [owner.scope, owner.id, wrapped, wrapper.id],
    );
    return new Box(owner, key);
  }

  async function addConnection(database: Database): Promise<string> {
    const id = randomUUID();
    const box = await addKey(database, { scope: 'connection', id });
    const tokens = {
      accessToken: vendor.key,
      refreshToken: null,
      expiresAt: null,
      refreshAt: null,
      scopes: null,
    };
    await database.query(
      `insert into dsr.connection (id, name, connector, settings, authentication, tokens) values ($1, 'crm', 'crm', $2, 'static_token', $3)`,
      [id, JSON.stringify({ baseUrl: vendor.server.baseUrl }), box.sealJson('connection.tokens', tokens)],
    );
    return id;
  }

  /** A request with its e-mail as its subject, and a search that was under way. */
  async function addRequest(
    database: Database,
    {
      connection,
      type,
      status,
    }: { readonly connection: string; readonly type: string; readonly status: string },
  ): Promise<string> {
    const [id, task] = [randomUUID(), randomUUID()];
    const box = await addKey(database, { scope: 'request', id });
    const seal = (context: string, value: Json) => box.sealJson(context, value);
    await database.query(
      `insert into dsr.request (id, type, status, subject, approved, include_vendor_users, received_at, due_at)
       values ($1, $2, $3, $4, true, false, now(), now())`,
      [id, type, status, seal('request.subject', { email })],
    );
    await database.query(
      `insert into dsr.task (id, request_id, connection_id, position, status) values ($1, $2, $3, 0, $4)`,
      [task, id, connection, status],
    );
    const key = box.digest('work:locate:people:run 1');
    await database.query(
      `insert into dsr.work (task_id, kind, resource, key, payload, state) values ($1, 'locate', 'people', $2, $3, $4)`,
      [
        task,
        key,
        seal(`work:${task}:${key.toString('hex')}`, { cursor: null }),
        status === 'running' ? 'due' : 'ended',
      ],
    );
    return id;
  }

  it('carries on with a request that was under way', async () => {
    const view: RequestView = await installation.request('wait', underWay);
    expect(view.status).toBe('completed');
    expect(view.tasks[0]?.outcomes).toContainEqual({ resource: 'people', outcome: 'exported', count: 1 });
    expect(view.identifiers).toMatchObject([{ kind: 'email', given: true, used: true }]);
  });

  it('leaves a deletion that has ended as it is', async () => {
    const before = vendor.server.calls.total;
    expect((await installation.request('wait', ended)).status).toBe('completed');
    expect(vendor.server.calls.total).toBe(before);
    expect(vendor.people.size).toBe(1);
  });
});
