import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { Sensitive } from '@privacy-connectors/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { host } from '../../src/access/actor.js';
import { AuditLog } from '../../src/audit/audit-log.js';
import { ConfiguredMasterKeys } from '../../src/config/configured-master-keys.js';
import { ConfigurationError, KeyServiceError, VaultError } from '../../src/errors/runner-error.js';
import type { Database } from '../../src/store/database.js';
import { openKmsKey } from '../../src/vault/aws-kms/open-kms-key.js';
import { MasterKeyService } from '../../src/vault/master-key-service.js';
import { openVault } from '../../src/vault/open-vault.js';
import { type MigratedDatabase, startMigratedDatabase } from '../support/migrated-database.js';
import { FakeKms, refused } from '../support/fake-kms.js';

const given = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'a secret of the test' };
const region = 'eu-central-1';

describe('a master key at AWS KMS', () => {
  const before = { ...process.env };
  let kms: FakeKms;

  beforeAll(() => {
    Object.assign(process.env, given);
  });

  beforeEach(async () => {
    kms = await FakeKms.start();
  });

  afterEach(() => kms.close());

  afterAll(() => {
    for (const name of Object.keys(given)) {
      if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[name];
    }
  });

  const open = (keyId = 'alias/dsr') => openKmsKey({ keyId, region, endpoint: kms.endpoint });

  it('wraps and unwraps, and is named by its ARN, not by an alias that may move', async () => {
    const wrapper = await open();
    const key = randomBytes(32);
    const wrapped = await wrapper.wrap(key, 'owner');
    expect(wrapped.includes(key)).toBe(false);
    expect(await wrapper.unwrap(wrapped, 'owner')).toEqual(key);
    expect(wrapper.id).toBe(`aws-kms:${kms.arn}`);
    expect(kms.contexts).toEqual(['{"privacy-connectors:owner":"owner"}']);
  });

  it('refuses what was moved to another owner or changed', async () => {
    const wrapper = await open();
    const wrapped = await wrapper.wrap(randomBytes(32), 'owner');
    await expect(wrapper.unwrap(wrapped, 'another')).rejects.toBeInstanceOf(VaultError);
    wrapped[30]! ^= 1;
    await expect(wrapper.unwrap(wrapped, 'owner')).rejects.toBeInstanceOf(VaultError);
  });

  it('reads what was wrapped before KMS rotated its material', async () => {
    const wrapper = await open();
    const key = randomBytes(32);
    const wrapped = await wrapper.wrap(key, 'owner');
    kms.rotateMaterial();
    expect(await wrapper.unwrap(wrapped, 'owner')).toEqual(key);
  });

  it('is asked again when it throttles', async () => {
    const wrapper = await open();
    kms.throttled = 2;
    await expect(wrapper.wrap(randomBytes(32), 'owner')).resolves.toBeInstanceOf(Buffer);
    expect(kms.calls.filter((call) => call === 'Encrypt')).toHaveLength(3);
  });

  it.each([
    ['refuses the credentials', 'AccessDeniedException', KeyServiceError, /refuses the credentials/],
    ['is disabled', 'DisabledException', KeyServiceError, /enable it/],
    ['waits for its deletion', 'KMSInvalidStateException', KeyServiceError, /cancel the deletion/],
    ['does not exist', 'NotFoundException', ConfigurationError, /no such key/],
    ['is broken', 'KMSInternalException', KeyServiceError, /does not answer/],
  ])('says so when it %s, without its words', async (_, type, kind, text) => {
    const wrapper = await open();
    kms.failure = refused(type, type === 'KMSInternalException' ? 500 : 400);
    const error: unknown = await wrapper.wrap(randomBytes(32), 'owner').catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(kind);
    expect(String(error)).toMatch(text);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('canary');
  });

  it('says that it does not answer when nobody is there', async () => {
    const wrapper = await open();
    await kms.close();
    await expect(wrapper.wrap(randomBytes(32), 'owner')).rejects.toThrow(/does not answer/);
  });

  it('is refused as another kind of key', async () => {
    kms.failure = [200, { KeyMetadata: { Arn: kms.arn, KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' } }];
    await expect(open()).rejects.toThrow(/symmetric key/);
  });

  describe('of a vault', () => {
    let server: MigratedDatabase;
    let database: Database;

    beforeAll(async () => {
      server = await startMigratedDatabase();
      ({ database } = server);
    });

    afterAll(() => server.stop());

    it('takes the place of a local key, and nothing is left under that', async () => {
      const place = { keyId: 'alias/dsr', region, endpoint: kms.endpoint };
      const local = { home: '/none', masterKey: new Sensitive(Buffer.alloc(32, 1)) };
      const notFirst = () => Promise.resolve(false);
      const moving = new ConfiguredMasterKeys({ ...local, kms: { next: place } }, notFirst);
      const vault = await openVault(database, moving);
      await vault.create('connection', 'c');
      const sealed = (await vault.box('connection', 'c')).seal('value', Buffer.from('hello'));
      const parts = { database, audit: new AuditLog(database), masterKeys: vault.masterKeys };
      const rotation = await new MasterKeyService(parts, host).rotate(new AbortController().signal);
      expect(rotation).toMatchObject({ masterKey: `aws-kms:${kms.arn}`, rewrapped: 2, keys: 2 });
      const moved = new ConfiguredMasterKeys({ home: '/none', kms: { current: place } }, notFirst);
      const after = await openVault(database, moved);
      expect((await after.box('connection', 'c')).open('value', sealed).toString()).toBe('hello');
      kms.failure = refused('ThrottlingException');
      const fresh = openVault(database, moved);
      await expect(fresh).rejects.toBeInstanceOf(KeyServiceError);
    });
  });
});
