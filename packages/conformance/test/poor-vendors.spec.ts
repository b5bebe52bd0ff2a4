import { describe, expect, it } from '@jest/globals';
import { conformanceChecks, type ConformanceVendor } from '../src/index.js';
import { original, withImplementation } from './mutants/mutant.js';
import { connector } from './pigeon/connector.js';
import { pigeonVendor } from './pigeon/vendor.js';

const { normaliseTokenAnswer } = original;
const memory = 'a hundred thousand records are read in a fixed heap';

describe('a vendor that offers less', () => {
  it('cannot do without a way to move what is scanned', async () => {
    const still: ConformanceVendor = {
      ...pigeonVendor,
      start: async (options) => {
        const { touch, ...vendor } = await pigeonVendor.start(options);
        expect(touch).toBeDefined();
        return vendor;
      },
    };
    await expect(run(still, 'a thing that moves to another page while a scan runs is found')).rejects.toThrow(
      /the vendor has no `touch`/,
    );
  });

  it('is not asked for more records than it can hold', () => {
    const { manyRecords, ...small } = pigeonVendor;
    expect(manyRecords).toBe('pages');
    expect(conformanceChecks(connector, small).map(({ name }) => name)).not.toContain(memory);
    expect(conformanceChecks(connector, pigeonVendor).map(({ name }) => name)).toContain(memory);
  });

  it('is found out when it holds fewer than it was asked for', async () => {
    const start: ConformanceVendor['start'] = ({ now, scopes }) => pigeonVendor.start({ now, scopes });
    await expect(run({ ...pigeonVendor, start }, memory)).rejects.toThrow(/\d+ of 100000 records were read/);
  });

  it('has its own token answers read when it names no spelling', async () => {
    const slow = withImplementation({
      normaliseTokenAnswer: (answer) => ({ ...normaliseTokenAnswer(answer), expires_in: 60 }),
    });
    const check = conformanceChecks(slow, { ...pigeonVendor, tokenSpellings: [] }).find(({ name }) =>
      name.startsWith('token answers are understood'),
    );
    await expect(check?.run()).rejects.toThrow(/a token of 3600 seconds is taken to live 60 seconds/);
  });

  it('is told of a stored handle that nothing reads any more', async () => {
    const previousHandles = [{ codec: 'ref', resource: 'telegrams', stored: 't1' } as const];
    await expect(
      run(
        { ...pigeonVendor, previousHandles },
        'what another release stored is read as what it was or refused',
      ),
    ).rejects.toThrow(/ref of telegrams: there is nothing left that could read what was stored/);
  });
});

async function run(vendor: ConformanceVendor, name: string): Promise<void> {
  const check = conformanceChecks(connector, vendor).find((each) => each.name === name);
  expect(check).toBeDefined();
  await check?.run();
}
