import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SubjectDigests } from '../../src/retention/subject-digests.js';
import { IdentifierStore } from '../../src/store/identifier-store.js';
import { letGo } from '../support/days-later.js';
import { never } from '../support/never.js';
import { somebody, TestServices } from '../support/services.js';

let services: TestServices;

beforeAll(async () => {
  services = await TestServices.start();
  await services.addConnection('main');
});

afterAll(() => services.close());

/** A request that is over, with nothing digested of it. */
async function ended(): Promise<string> {
  const { id } = await services.requests().create({ ...somebody, connections: ['main'], type: 'access' });
  await services.requests().cancel(id);
  await services.database.query('delete from dsr.subject_digest where request_id = $1', [id]);
  return id;
}

async function digestsOf(id: string): Promise<number> {
  return (await services.database.query('select from dsr.subject_digest where request_id = $1', [id]))
    .rowCount;
}

/** Lets the request expire just when its identifiers were read. */
class ExpiringMeanwhile extends IdentifierStore {
  override async open(...given: Parameters<IdentifierStore['open']>): ReturnType<IdentifierStore['open']> {
    const identifiers = await super.open(...given);
    await letGo(services, 31);
    return identifiers;
  }
}

describe('the digests of a request', () => {
  it('are not written any more when it has expired meanwhile', async () => {
    const id = await ended();
    const { database, keys } = services;
    // Expiry digests nothing itself as long as no deletion ended.
    const identifiers = new ExpiringMeanwhile(database, keys);
    await new SubjectDigests(database, keys, identifiers).bringUpToDate(never);
    expect((await services.requests().show(id)).retention.expiredBy).toBe('time');
    expect(await digestsOf(id)).toBe(0);
  });

  it('that were written after its rows were swept do not keep its record', async () => {
    const id = await ended();
    await letGo(services, 31);
    await services.database.query(
      `insert into dsr.subject_digest (request_id, digest, kind, given) values ($1, sha256('late'), 'email', true)`,
      [id],
    );
    await letGo(services, 740);
    expect(await digestsOf(id)).toBe(0);
    await expect(services.requests().show(id)).rejects.toThrow('There is no request');
  });
});
