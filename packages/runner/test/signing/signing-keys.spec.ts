import { createPublicKey, verify as verifyWithNode } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuditLog } from '../../src/audit/audit-log.js';
import { EvidenceError, InputError } from '../../src/errors/runner-error.js';
import { parseKeySet } from '../../src/signing/json-web-key-set.js';
import { makeKeyPair } from '../../src/signing/key-pair.js';
import { SigningKeys } from '../../src/signing/signing-keys.js';
import { verifySignature } from '../../src/signing/verify-signature.js';
import type { Database } from '../../src/store/database.js';
import { SigningKeyStore } from '../../src/store/signing-key-store.js';
import { openVault } from '../../src/vault/open-vault.js';
import { type MigratedDatabase, startMigratedDatabase } from '../support/migrated-database.js';
import { masterKeyOf } from '../support/vault.js';

const type = 'test+jws';
const payload = Buffer.from('{"all":"well"}');

let server: MigratedDatabase;
let database: Database;
let signing: SigningKeys;

beforeAll(async () => {
  server = await startMigratedDatabase();
  ({ database } = server);
  signing = await openSigning();
});

beforeEach(async () => {
  await database.query('truncate dsr.signing_key cascade');
});

afterAll(() => server.stop());

/** As another process has them. */
async function openSigning(): Promise<SigningKeys> {
  const keys = await openVault(database, masterKeyOf(1));
  return new SigningKeys({
    database,
    store: new SigningKeyStore(database),
    keys,
    audit: new AuditLog(database),
  });
}

async function refuses(text: string, reason = ''): Promise<void> {
  const verified = verifySignature(text, await signing.keySet(), type);
  await expect(verified).rejects.toThrow(EvidenceError);
  await expect(verified).rejects.toThrow(reason);
}

describe('signing', () => {
  it('is checked with nothing but the published keys, by Node as well', async () => {
    const jws = await signing.sign(payload, type);
    const published = parseKeySet(JSON.stringify(await signing.keySet()));
    const { payload: signed, key } = await verifySignature(`${jws}\n`, published, type);
    expect(Buffer.from(signed)).toEqual(payload);
    expect(published.keys).toEqual([key]);
    const [header, content, signature] = jws.split('.') as [string, string, string];
    const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
    const bytes = Buffer.from(`${header}.${content}`);
    expect(verifyWithNode(null, bytes, publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('makes one key, whichever process signs first', async () => {
    const processes = await Promise.all([1, 2, 3, 4].map(openSigning));
    await Promise.all(processes.map((each) => each.sign(payload, type)));
    expect((await signing.keySet()).keys).toHaveLength(1);
  });

  it('notices every other byte at every place', async () => {
    const jws = Buffer.from(await signing.sign(payload, type));
    const keys = await signing.keySet();
    for (let place = 0; place < jws.length; place += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(jws);
        changed[place]! ^= 1 << bit;
        const text = changed.toString('latin1');
        await expect(verifySignature(text, keys, type)).rejects.toBeInstanceOf(EvidenceError);
      }
    }
  });

  it('takes nothing else for a signed text', async () => {
    await signing.sign(payload, type);
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        await refuses(text);
      }),
    );
  });

  it('tells kinds of signed texts apart', async () => {
    await refuses(await signing.sign(payload, 'other+jws'), 'signed as something else');
  });

  it('refuses what another installation signed', async () => {
    const jws = await signing.sign(payload, type);
    await database.query('truncate dsr.signing_key cascade');
    await signing.sign(payload, type);
    await refuses(jws, 'of another installation');
  });
});

describe('rotation', () => {
  it('keeps the old public key with its dates, and nothing that could sign with it', async () => {
    const before = await signing.sign(payload, type);
    const kid = await signing.rotate('cli');
    const after = await (await openSigning()).sign(payload, type);
    const { keys } = await signing.keySet();
    expect(keys).toHaveLength(2);
    expect(keys[0]!.exp).toBeGreaterThanOrEqual(keys[0]!.iat);
    expect(keys[1]).toMatchObject({ kid });
    expect(keys[1]!.exp).toBeUndefined();
    expect((await verifySignature(before, { keys }, type)).key.kid).toBe(keys[0]!.kid);
    expect((await verifySignature(after, { keys }, type)).key.kid).toBe(kid);
    const { rows } = await database.query('select kid from dsr.signing_key where private_key is not null');
    expect(rows).toEqual([{ kid }]);
  });

  it('leaves one key in use when several processes rotate at once', async () => {
    const processes = await Promise.all([1, 2, 3, 4].map(openSigning));
    await Promise.all(processes.map((each) => each.rotate('cli')));
    const { keys } = await signing.keySet();
    expect(keys.filter(({ exp }) => exp === undefined)).toHaveLength(1);
    expect(keys).toHaveLength(4);
  });

  it('stands in the audit log, by the ids of the keys', async () => {
    await signing.sign(payload, type);
    await signing.rotate('cli');
    const [old, young] = (await signing.keySet()).keys;
    const { rows } = await database.query(
      `select action, actor, details->>'key' as key from dsr.audit_entry order by seq desc limit 3`,
    );
    expect(rows).toEqual([
      { action: 'signing_key.created', actor: 'cli', key: young!.kid },
      { action: 'signing_key.retired', actor: 'cli', key: old!.kid },
      { action: 'signing_key.created', actor: 'runner', key: old!.kid },
    ]);
  });
});

describe('a private key', () => {
  it('signs in its own row only', async () => {
    await signing.sign(payload, type);
    await database.query(`update dsr.signing_key set kid = 'another'`);
    await expect(signing.sign(payload, type)).rejects.toThrow(EvidenceError);
  });
});

describe('who can write to the database', () => {
  const columns = 'kid, public_key, private_key, created_at, retired_at, digest';

  it('publishes no key of their own', async () => {
    await signing.sign(payload, type);
    const { kid, x } = await makeKeyPair();
    await database.query(
      `insert into dsr.signing_key (${columns}) select $1, $2, null, created_at, now(), digest from dsr.signing_key`,
      [kid, x],
    );
    await expect(signing.keySet()).rejects.toThrow(EvidenceError);
  });

  it.each([
    ['public key', `public_key = 'another'`],
    ['id', `kid = 'another'`],
    ['time', `created_at = created_at - interval '1 millisecond'`],
    ['end', 'retired_at = now(), private_key = null'],
    ['digest', `digest = set_byte(digest, 0, get_byte(digest, 0) # 1)`],
  ])('changes no key: its %s', async (_, change) => {
    await signing.sign(payload, type);
    await database.query(`update dsr.signing_key set ${change}`);
    await expect(signing.keySet()).rejects.toThrow(EvidenceError);
  });

  it('changes none that was retired, and has none retired that is not genuine', async () => {
    await signing.sign(payload, type);
    await database.query(`update dsr.signing_key set public_key = 'another'`);
    await expect(signing.rotate('cli')).rejects.toThrow(EvidenceError);
    await database.query('truncate dsr.signing_key cascade');
    await signing.sign(payload, type);
    await signing.rotate('cli');
    expect((await signing.keySet()).keys).toHaveLength(2);
    await database.query(
      `update dsr.signing_key set retired_at = retired_at + interval '1 year' where retired_at is not null`,
    );
    await expect(signing.keySet()).rejects.toThrow(EvidenceError);
  });
});

describe('a key set', () => {
  it.each([
    '',
    'x',
    '{}',
    '{"keys":[]}',
    '{"keys":[{"kty":"RSA","kid":"a"}]}',
    '[]',
    'null',
    '{"keys":{}}',
    '{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"a","x":"short"}]}',
  ])('is not %j', (text) => {
    expect(() => parseKeySet(text)).toThrow(InputError);
  });
});
