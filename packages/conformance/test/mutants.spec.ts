import { describe, expect, it } from '@jest/globals';
import { conformanceChecks } from '../src/index.js';
import { accessMutants } from './mutants/access-mutants.js';
import { authorMutants } from './mutants/author-mutants.js';
import { deletionMutants } from './mutants/deletion-mutants.js';
import { disconnectionMutants } from './mutants/disconnection-mutants.js';
import { handlingMutants } from './mutants/handling-mutants.js';
import { identifierMutants } from './mutants/identifier-mutants.js';
import { keyMutants } from './mutants/key-mutants.js';
import { manifestMutants } from './mutants/manifest-mutants.js';
import { withManifest } from './mutants/mutant.js';
import { pagingMutants } from './mutants/paging-mutants.js';
import { planMutants } from './mutants/plan-mutants.js';
import { scopeMutants } from './mutants/scope-mutants.js';
import { tokenMutants } from './mutants/token-mutants.js';
import { upgradeMutants } from './mutants/upgrade-mutants.js';
import { connector as otter } from './otter/connector.js';
import { otterVendor } from './otter/vendor.js';
import { connector } from './pigeon/connector.js';
import { forbiddingConnector, forbiddingVendor } from './pigeon/forbidding.js';
import { lastingConnector, lastingVendor } from './pigeon/lasting.js';
import { pigeonVendor } from './pigeon/vendor.js';

const mutants = [
  ...accessMutants,
  ...authorMutants,
  ...pagingMutants,
  ...handlingMutants,
  ...deletionMutants,
  ...planMutants,
  ...identifierMutants,
  ...scopeMutants,
  ...tokenMutants,
  ...disconnectionMutants,
  ...keyMutants,
  ...manifestMutants,
  ...upgradeMutants,
];

const references = [
  conformanceChecks(connector, pigeonVendor),
  conformanceChecks(lastingConnector, lastingVendor),
  conformanceChecks(otter, otterVendor),
];

describe('a connector with one fault is caught by the check that names it', () => {
  it.each(mutants)('$fault: "$check"', async ({ connector: mutant, vendor = pigeonVendor, check, says }) => {
    const found = conformanceChecks(mutant, vendor).find(({ name }) => name === check);
    await expect(found?.run()).rejects.toThrow(says);
  });

  it('every check catches at least one, so that none is there for show', () => {
    const names = references.flat().map(({ name }) => name);
    expect([...new Set(mutants.map(({ check }) => check))].sort()).toEqual([...new Set(names)].sort());
  });
});

describe('a vendor whose tokens do not expire', () => {
  const checks = conformanceChecks(lastingConnector, lastingVendor).filter(({ name }) =>
    name.includes('token'),
  );

  it.each(checks)('$name', (check) => check.run());
});

describe('a vendor that forbids what a dead token asks for', () => {
  const checks = conformanceChecks(forbiddingConnector, forbiddingVendor).filter(({ name }) =>
    /is ended|dead credentials/.test(name),
  );

  it.each(checks)('$name', (check) => check.run());
});

describe('the checks of a connector', () => {
  const namesOf = (checks: ReturnType<typeof conformanceChecks>) => checks.map(({ name }) => name);

  it('are those of access alone when the manifest does not promise deletion', () => {
    const { access } = connector.manifest.capabilities;
    const names = namesOf(conformanceChecks(withManifest({ capabilities: { access } }), pigeonVendor));
    expect(names).toContain("access returns exactly the data subject's records");
    expect(names.filter((name) => name.includes('deletion'))).toEqual([]);
  });

  it('have no place for what the manifest does not have', () => {
    const names = namesOf(conformanceChecks(otter, otterVendor));
    expect(names.filter((name) => /scan|file|renew|token answers/.test(name))).toEqual([]);
    expect(names).toContain('the token or key is sent in its header, never in a URL or another header');
  });
});
