import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connector } from '@privacy-connectors/core';
import type { Database } from '../../src/store/database.js';
import { type Queryable } from '../../src/store/database.js';
import { IdentifierStore } from '../../src/store/identifier-store.js';
import { PreparationStore } from '../../src/store/preparation-store.js';
import { SearchStore } from '../../src/store/search-store.js';
import { UnreadAccesses } from '../../src/store/unread-accesses.js';
import { Barrier } from '../../src/tasks/barrier.js';
import { OpenSearches } from '../../src/tasks/open-searches.js';
import { openVault } from '../../src/vault/open-vault.js';
import { type MigratedDatabase, startMigratedDatabase } from '../support/migrated-database.js';
import { masterKeyOf } from '../support/vault.js';

const crm = { manifest: { identifiers: { consumes: ['email'], produces: [] } } } as unknown as Connector;
const request = randomUUID();
const task = randomUUID();
const connection = randomUUID();

describe('the barrier', () => {
  let server: MigratedDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await startMigratedDatabase();
    ({ database } = server);
    await database.query(
      `insert into dsr.connection (id, name, connector, settings, authentication) values ($1, 'a', 'crm', '{}', 'static_token')`,
      [connection],
    );
    await database.query(
      `insert into dsr.request (id, type, status, subject, approved, include_vendor_users, received_at, due_at)
       values ($1, 'deletion', 'running', '', true, false, now(), now())`,
      [request],
    );
    await database.query(
      `insert into dsr.identifier (request_id, number, kind, round, use, content) values ($1, 1, 'email', 0, 'search', '')`,
      [request],
    );
    await database.query(
      `insert into dsr.task (id, request_id, connection_id, position, status) values ($1, $2, $3, 0, 'running')`,
      [task, request, connection],
    );
  });

  afterAll(() => server.stop());

  it('stays closed when a task begins to search between its two looks', async () => {
    const searches = new SearchStore(database);
    /** The task was claimed before the look, and commits what it begins with right after it. */
    class Interrupted extends PreparationStore {
      override async ofRequest(id: string, on?: Queryable) {
        const seen = await super.ofRequest(id, on);
        const commit = async (other: Queryable) => {
          await searches.add(task, 1, [{ number: 1, kind: 'email' }], other);
          await other.query(
            `insert into dsr.work (task_id, kind, resource, key, payload) values ($1, 'locate', 'people', 'k', '')`,
            [task],
          );
        };
        await database.apart(() => database.transaction(commit));
        return seen.map((each) => ({ ...each, begun: true }));
      }
    }
    const catalogue = { list: () => [crm], find: () => crm, get: () => crm };
    const keys = await openVault(database, masterKeyOf(1));
    const open = new OpenSearches(new IdentifierStore(database, keys), searches, catalogue);
    const barrier = new Barrier(database, new Interrupted(database), open, new UnreadAccesses(database));
    expect(await barrier.pause(request)).toBeGreaterThan(0);
  });
});
