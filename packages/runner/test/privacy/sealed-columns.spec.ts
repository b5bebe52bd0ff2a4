import { randomUUID } from 'node:crypto';
import { Sensitive } from '@privacy-connectors/core';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { tokens } from '../../src/composition/tokens.js';
import { VaultError } from '../../src/errors/runner-error.js';
import { Box } from '../../src/vault/box.js';
import { never } from '../support/never.js';
import { somebody, TestServices } from '../support/services.js';

/** Columns of bytes that hold no sealed value: digests, and the data keys, which tests of their own are about. */
const unsealed = [
  'api_key.digest',
  'audit_entry.hash',
  'audit_entry.previous',
  'authorization.state_digest',
  'data_key.wrapped',
  'file.key',
  'file_part.key',
  'idempotency.content',
  'idempotency.key',
  'receipt.hash',
  'receipt.said',
  'record.key',
  'redaction_override.key',
  'record.parent',
  'scan_entry.key',
  'scan_entry.owner',
  'signing_key.digest',
  'subject_digest.digest',
  'thing.key',
  'work.key',
];

/** Columns that nothing fills here; whoever writes the first code that does takes them away. */
const unwritten = ['receipt.content', 'receipt_due.draft', 'redaction_override.content'];

/** Where a stored value was sealed: by which box, for which place. */
interface Sealing {
  readonly box: Box;
  readonly context: string;
}

interface StoredValue {
  readonly column: string;
  readonly bytes: Buffer;
}

const email = 'grace.hopper@example.com';

describe('every sealed column', () => {
  const sealings = new Map<string, Sealing>();
  let services: TestServices;
  let values: readonly StoredValue[];

  beforeAll(async () => {
    rememberSealings();
    services = await TestServices.start();
    const subject = {
      contacts: 2,
      conversations: 2,
      messagesPerConversation: 3,
      attachmentsPerConversation: 1,
    };
    await services.startVendor('main', {
      subjects: [{ email, ...subject }],
      conversations: 6,
      strangers: 2,
    });
    await seedApps();
    await request();
    await seedWhatPasses();
    values = await storedValues();
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await services.close();
  });

  function rememberSealings(): void {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with the box that seals
    const { seal } = Box.prototype;
    jest.spyOn(Box.prototype, 'seal').mockImplementation(function (this: Box, context, plain) {
      const sealed = seal.call(this, context, plain);
      sealings.set(sealed.toString('hex'), { box: this, context });
      return sealed;
    });
  }

  /** Connections that were authorised in a browser, and ones that are being. */
  async function seedApps(): Promise<void> {
    const secret = { clientId: 'app', clientSecret: new Sensitive('the secret of the app') };
    const details = {
      connector: 'drift',
      settings: {},
      namespaces: {},
      redaction_policy: {},
      authentication: 'authorization_code',
      client_id: 'app',
      clientSecret: secret.clientSecret,
      granted_scopes: null,
      account: null,
      tokens: { accessToken: new Sensitive('an access token'), expiresAt: null },
    } as const;
    const { database, container } = services;
    const stores = container.get(tokens.connectionStore);
    for (const name of ['one', 'two']) await stores.insert({ ...details, name }, database);
    const pending = container.get(tokens.authorizationStore);
    for (const name of ['one', 'two']) {
      const row = { id: randomUUID(), stateDigest: Buffer.from(name.padEnd(32)), startedBy: 'cli' };
      await pending.insert({ ...row, connectionName: name, content: { name } }, database);
    }
  }

  /** Two requests of each kind; deletions wait for approval, with their plans. */
  async function request(): Promise<void> {
    const requests = services.requests();
    for (const type of ['access', 'deletion', 'access', 'deletion'] as const) {
      const { id } = await requests.create({ ...somebody, type, emails: [email], connections: ['main'] });
      await requests.wait(id, () => undefined, never);
      await requests.extend(id, { reason: 'The person asked for much.' }).catch(() => undefined);
    }
    for (const { id } of await requests.list()) await requests.hold(id, 'A complaint.');
    const open = await requests.create({ ...somebody, type: 'access', connections: ['main'] });
    await requests.extend(open.id, { reason: 'It is much.' });
    await services.container.get(tokens.signing).sign(Buffer.from('x'), 'test+jws');
  }

  /** What is there only while pages are read. */
  async function seedWhatPasses(): Promise<void> {
    const { database, container, keys } = services;
    const { planPages, scans } = container.get(tokens.taskStores);
    const { rows: works } = await database.query<{ id: number; request_id: string }>(
      'select work.id, task.request_id from dsr.work join dsr.task on task.id = work.task_id limit 2',
    );
    for (const { id, request_id } of works) {
      const box = await keys.box('request', request_id);
      for (const page of [1, 2])
        await planPages.save(id, page, { operations: [], warnings: [], obstacles: [] }, box, database);
    }
    const { rows: tasks } = await database.query<{ id: string; request_id: string; connection_id: string }>(
      'select id, request_id, connection_id from dsr.task limit 2',
    );
    for (const { id, request_id: requestId, connection_id: connectionId } of tasks) {
      const watch = { id: randomUUID(), requestId, taskId: id, connectionId, sentAt: new Date() };
      const subject = [{ kind: 'email', value: email }] as const;
      const stores = container.get(tokens.reappearances);
      await stores.add({ ...watch, subject, run: 1, confirmedAt: new Date() }, new Date(), database);
    }
    const { rows: found } = await database.query<{ id: string }>('select id from dsr.connection');
    for (const { id: connectionId } of found) {
      const place = { connectionId, resource: 'conversations' };
      await scans.join(place, null, database);
      const next = { cursor: null, since: null, cold: true, top: null } as never;
      const box = await keys.box('connection', connectionId);
      await scans.advance(place, box, { next, things: 0, generation: 1 }, database);
    }
  }

  async function columns(): Promise<readonly { readonly table: string; readonly column: string }[]> {
    const { rows } = await services.database.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'dsr' and data_type = 'bytea' order by 1, 2`,
    );
    return rows;
  }

  async function storedValues(): Promise<readonly StoredValue[]> {
    const found: StoredValue[] = [];
    for (const { table, column } of await columns()) {
      if (unsealed.includes(`${table}.${column}`)) continue;
      const { rows } = await services.database.query<{ bytes: Buffer }>(
        `select ${column} as bytes from dsr.${table} where ${column} is not null`,
      );
      found.push(...rows.map(({ bytes }) => ({ column: `${table}.${column}`, bytes })));
    }
    return found;
  }

  function sealingOf({ column, bytes }: StoredValue): Sealing {
    const sealing = sealings.get(bytes.toString('hex'));
    if (sealing === undefined) throw new Error(`A value of ${column} was sealed by no box.`);
    return sealing;
  }

  it('has values here, sealed by a box', async () => {
    const all = (await columns()).map(({ table, column }) => `${table}.${column}`);
    const seen = new Set(values.map(({ column }) => column));
    expect(all.filter((column) => !unsealed.includes(column) && !seen.has(column))).toEqual(unwritten);
    expect(unsealed.filter((column) => !all.includes(column))).toEqual([]);
    for (const value of values) expect(() => sealingOf(value)).not.toThrow();
  });

  it('opens at its own place', () => {
    for (const value of values) {
      const { box, context } = sealingOf(value);
      expect(() => box.open(context, value.bytes)).not.toThrow();
    }
  });

  it('refuses a value that was cut or has a flipped bit', () => {
    for (const value of values) {
      const { box, context } = sealingOf(value);
      const { bytes } = value;
      for (const place of [0, 1, 13, Math.min(29, bytes.length - 1), bytes.length - 1]) {
        const flipped = Buffer.from(bytes);
        flipped[place]! ^= 1;
        expect(() => box.open(context, flipped)).toThrow(VaultError);
      }
      for (const length of [0, 28, bytes.length - 1])
        expect(() => box.open(context, bytes.subarray(0, length))).toThrow(VaultError);
    }
  });

  it('refuses the value of any other row or column', () => {
    const moved: string[] = [];
    for (const [index, value] of values.entries()) {
      const { box, context } = sealingOf(value);
      for (const [otherIndex, other] of values.entries()) {
        if (index === otherIndex) continue;
        try {
          box.open(context, other.bytes);
          moved.push(`${other.column} opens as ${value.column}`);
        } catch (error) {
          if (!(error instanceof VaultError)) throw error;
        }
      }
    }
    expect([...new Set(moved)]).toEqual([]);
  });
});
