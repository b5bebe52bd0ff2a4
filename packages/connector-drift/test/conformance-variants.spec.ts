import { describe, expect, it } from '@jest/globals';
import { conformanceChecks, type Check } from '@privacy-connectors/conformance';
import { connector } from '../src/index.js';
import type { DriftSimulatorOptions } from '../src/simulator/index.js';
import { driftVendorWith } from './drift.vendor.js';

/** Where the sources about Drift disagree: the connector works with either. */
const variants: readonly DriftSimulatorOptions[] = [
  { contactAnswer: 'object' },
  { paging: 'offset' },
  { paging: 'keyset', pageTokenRequired: true },
  { attachmentField: 'attachment' },
  { emailMatch: 'insensitive' },
  { badTokenStatus: 403 },
  { tokenInformation: 'missing' },
  { tokenInformation: 'seconds' },
  { unknownParameters: 'ignore' },
  { erasure: { afterLookups: 3 } },
];

const essential = [
  "access returns exactly the data subject's records",
  'access returns every file byte for byte',
  'a token that is rejected for ever ends as AuthError',
  'a listing that leads in circles is noticed',
  'a deletion ends confirmed, with nothing left to locate',
  'a deletion is not confirmed while the vendor still holds data',
  'a deletion leaves strangers untouched',
];

const moved = 'a thing that moves to another page while a scan runs is found';
const renewed = 'a token that expires in the middle of a request is renewed, and the call sent once more';
const shared = 'ten parallel calls with an expired token cause one renewal';
const understood = 'token answers are understood in every spelling, and what is none is refused';
const told = 'the test of a connection tells which scopes were granted';

/** What a variant endangers beyond that. */
const particular: readonly (readonly [DriftSimulatorOptions, ...string[]])[] = [
  [{ paging: 'offset' }, moved],
  [{ paging: 'keyset', pageTokenRequired: true }, moved],
  [{ badTokenStatus: 403 }, renewed, shared],
  [{ rotation: 'replace-on-use' }, renewed, shared],
  [{ rotation: 'keep' }, renewed, shared],
  [{ tokenSpelling: 'camelCase' }, understood, renewed],
  [{ tokenSpelling: 'snake_case' }, understood, renewed],
  [{ tokenInformation: 'seconds' }, told],
  [{ tokenInformation: 'missing' }, told],
];

describe.each(variants.map((options) => ({ name: JSON.stringify(options), options })))(
  'a Drift with $name',
  ({ options }) => {
    const checks = conformanceChecks(connector, driftVendorWith(options));

    it.each(essential)('%s', (name) => runCheck(checks, name));
  },
);

describe.each(particular.map(([options, ...names]) => ({ name: JSON.stringify(options), options, names })))(
  'what $name could break',
  ({ options, names }) => {
    const checks = conformanceChecks(connector, driftVendorWith(options));

    it.each(names)('%s', (name) => runCheck(checks, name));
  },
);

async function runCheck(checks: readonly Check[], name: string): Promise<void> {
  const [check] = checks.filter((each) => each.name === name);
  expect(check).toBeDefined();
  await check?.run();
}
