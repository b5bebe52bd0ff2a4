import { afterEach, describe, expect, it } from '@jest/globals';
import { connector } from '../src/index.js';
import { EMAIL, GRACE, startSite, type Site } from './support/site.js';

const { subject, resources } = connector.implementation;
let site: Site;

afterEach(() => site.simulator.close());

describe('a profile that bears nothing any more of what it was known by', () => {
  it.each(['profiles', 'lists', 'segments', 'pushTokens', 'events'])(
    "gives no %s: it may be another person's",
    async (resource) => {
      site = await startSite({ subjects: [{ ...GRACE, profiles: 1 }] });
      const [thing] = (await subject.locate(site.context, EMAIL, null)).things;
      const read = (ref: object) => resources[resource]!.read(site.context, ref as never, null);
      expect((await read(thing!.ref as object)).records).not.toEqual([]);
      const ref = { ...(thing!.ref as object), identifiers: [{ kind: 'email', value: 'ada@example.com' }] };
      expect(await read(ref)).toMatchObject({
        records: [],
        skipped: { why: expect.any(String) as unknown },
        next: null,
      });
    },
  );
});
