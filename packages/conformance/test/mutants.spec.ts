import { describe, expect, it } from '@jest/globals';
import { conformanceChecks } from '../src/index.js';
import { connector } from './pigeon/connector.js';
import { pigeonVendor } from './pigeon/vendor.js';
import { accessMutants } from './mutants/access-mutants.js';
import { deletionMutants } from './mutants/deletion-mutants.js';
import { handlingMutants } from './mutants/handling-mutants.js';
import { withManifest } from './mutants/mutant.js';
import { pagingMutants } from './mutants/paging-mutants.js';
import { scopeMutants } from './mutants/scope-mutants.js';
import { tokenMutants } from './mutants/token-mutants.js';
import { upgradeMutants } from './mutants/upgrade-mutants.js';

const mutants = [
  ...accessMutants,
  ...pagingMutants,
  ...handlingMutants,
  ...deletionMutants,
  ...scopeMutants,
  ...tokenMutants,
  ...upgradeMutants,
];

describe('a connector with one fault is caught by the check that names it', () => {
  it.each(mutants)('$fault: "$check"', async ({ connector: mutant, check, says }) => {
    const found = conformanceChecks(mutant, pigeonVendor).find(({ name }) => name === check);
    await expect(found?.run()).rejects.toThrow(says);
  });

  it('every check catches at least one, so that none is there for show', () => {
    const names = conformanceChecks(connector, pigeonVendor).map(({ name }) => name);
    expect([...new Set(mutants.map(({ check }) => check))].sort()).toEqual([...names].sort());
  });
});

describe('the checks of a connector', () => {
  it('are those of access alone when the manifest does not promise deletion', () => {
    const { access } = connector.manifest.capabilities;
    const readOnly = withManifest({ capabilities: { access } });
    const names = conformanceChecks(readOnly, pigeonVendor).map(({ name }) => name);
    expect(names).toContain("access returns exactly the data subject's records");
    expect(names.filter((name) => name.includes('deletion'))).toEqual([]);
  });
});
