import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sensitive } from '@privacy-connectors/core';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbeddedPostgres, type EmbeddedPostgres } from '../../src/postgres/index.js';
import { Database } from '../../src/store/database.js';
import { nameOf } from '../../src/vault/key-owner.js';
import { MasterKeyWrapper } from '../../src/vault/master-key-wrapper.js';
import { WrappedKeys } from '../../src/vault/wrapped-keys.js';
import { Installation } from '../support/installation.js';
import { readPackage, recordsOf } from '../support/read-package.js';
import { startWorker, stopWorker } from '../worker/fleet.js';

const olderKeys = 2_000;
const people = ['ada', 'grace', 'edith', 'joan'].map((name) => ({
  email: `${name}@example.com`,
  contacts: 1,
  conversations: 2,
  messagesPerConversation: 40,
}));

describe('kill -9 of a rotation of the master key, while requests are worked on', () => {
  const installation = new Installation();
  let vendor: DriftSimulator;
  let server: EmbeddedPostgres;
  let database: Database;

  beforeAll(async () => {
    vendor = await startDriftSimulator({ subjects: people, conversations: 40 });
    await installation.connect('main', vendor);
    server = await openEmbeddedPostgres({ folder: `${installation.home}/postgres` });
    database = await Database.open(server.url);
  });

  afterAll(async () => {
    await database.close();
    await server.close();
    await vendor.close();
    installation.remove();
  });

  function masterKey(): string {
    return readFileSync(`${installation.home}/master.key`, 'utf8').trim();
  }

  /** As of many requests before, so that a rotation takes a while. */
  async function addOlderKeys(): Promise<void> {
    const wrapper = new MasterKeyWrapper(new Sensitive(Buffer.from(masterKey(), 'base64')));
    const ids = Array.from({ length: olderKeys }, () => randomUUID());
    const wrap = (id: string) => wrapper.wrap(randomBytes(32), nameOf({ scope: 'request', id }));
    await database.query(
      `insert into dsr.data_key (scope, scope_id, wrapped, wrapper_id)
       select 'request', id, wrapped, $3 from unnest($1::text[], $2::bytea[]) as older (id, wrapped)`,
      [ids, await Promise.all(ids.map(wrap)), wrapper.id],
    );
  }

  async function killHalfway(): Promise<void> {
    const rotation = installation.start('keys', 'rotate');
    const keys = new WrappedKeys(database);
    let counts = await keys.countByWrapper();
    while (counts.length < 2) {
      await sleep(5);
      counts = await keys.countByWrapper();
    }
    rotation.child.kill('SIGKILL');
    expect((await rotation.ended).code).toBeNull();
    expect(await keys.countByWrapper()).toHaveLength(2);
  }

  it('leaves nothing unreadable, and nothing under the old key', async () => {
    await addOlderKeys();
    const old = masterKey();
    const worker = startWorker(installation.environment);
    await worker.started;
    const requests = [];
    for (const { email } of people.slice(0, 3)) {
      requests.push(await installation.request('access', '--email', email));
    }
    await killHalfway();
    expect(readdirSync(installation.home)).toContain('master.key.next');
    requests.push(await installation.request('access', '--email', people[3]?.email ?? ''));
    const rotated = await installation.run('keys', 'rotate', '--json');
    expect(rotated).toMatchObject({ code: 0 });

    for (const [index, { id }] of requests.entries()) {
      const { email = '' } = people[index] ?? {};
      expect(await installation.request('wait', id)).toMatchObject({ status: 'completed' });
      const zip = installation.path(`${id}.zip`);
      expect(await installation.run('request', 'export', id, '--out', zip)).toMatchObject({ code: 0 });
      const messages = recordsOf(await readPackage(zip), 'main', 'messages');
      expect(messages).toHaveLength(vendor.world.expectedRecords(email).messages.length);
    }
    expect(await stopWorker(worker)).toMatchObject({ code: 0 });
    expect(await new WrappedKeys(database).countByWrapper()).toHaveLength(1);
    expect(readdirSync(installation.home)).not.toContain('master.key.next');
    expect(masterKey()).not.toBe(old);
    const stale = new Installation({ ...installation.environment, DSR_MASTER_KEY: old });
    expect(await stale.run('request', 'list')).toMatchObject({ code: 7 });
    stale.remove();
  });
});
