import { describe, expect, it } from '@jest/globals';
import type { Connector } from '@privacy-connectors/core';
import { conformanceChecks, type ConformanceVendor, type RunningVendor } from '../src/index.js';
import { connector as otter } from './otter/connector.js';
import { otterVendor } from './otter/vendor.js';
import { connector as pigeon } from './pigeon/connector.js';
import { pigeonVendor, startPigeon } from './pigeon/vendor.js';

const memory = 'a hundred thousand records are read in a fixed heap';
const understood = 'token answers are understood in every spelling, and what is none is refused';
const shared = 'ten parallel calls with an expired token cause one renewal';
const moved = 'a thing that moves to another page while a scan runs is found';
const early = 'a deletion is not confirmed while the vendor still holds data';
const same = 'each identifier finds the same things under the same refs';
const empty = 'an empty page with a next one does not end a listing';
const paced = "the declared rate is within the vendor's limit";
const stored = 'what another release stored is read as what it was or refused';

interface Poor {
  readonly lack: string;
  readonly connector: Connector;
  readonly vendor: ConformanceVendor;
  readonly check: string;
  /** What to add. */
  readonly says: RegExp;
}

/** Vendors that lack something without which a check would test nothing. */
const poor: readonly Poor[] = [
  {
    lack: 'a way to move what is scanned',
    connector: pigeon,
    vendor: running(pigeonVendor, (vendor) => without(vendor, 'touch')),
    check: moved,
    says: /the vendor has no `touch`/,
  },
  {
    lack: 'an app to be authorised',
    connector: pigeon,
    vendor: running(pigeonVendor, (vendor) => without(vendor, 'authorization')),
    check: shared,
    says: /the vendor has no `authorization`/,
  },
  {
    lack: 'a token answer to be read',
    connector: pigeon,
    vendor: { ...pigeonVendor, tokenSpellings: [] },
    check: understood,
    says: /the vendor has no `tokenSpellings`/,
  },
  {
    lack: 'the truth about single operations',
    connector: otter,
    vendor: running(otterVendor, (vendor) => without(vendor, 'stillHolds')),
    check: early,
    says: /the vendor has no `stillHolds`/,
  },
  {
    lack: 'an identifier of a kind by which the connector looks',
    connector: otter,
    vendor: running(otterVendor, (vendor) => ({ ...vendor, subject: withoutPhone(vendor.subject) })),
    check: same,
    says: /the vendor's subject has no identifier of the kind phone/,
  },
  {
    lack: 'a nobody of each kind',
    connector: otter,
    vendor: running(otterVendor, (vendor) => ({ ...vendor, unknown: { identifiers: [] } })),
    check: same,
    says: /the vendor's unknown has no identifier of the kind email/,
  },
  {
    lack: 'empty pages of what a plan reads',
    connector: otter,
    vendor: {
      ...otterVendor,
      withoutThings: (operationId, body) =>
        operationId === 'listSharedPosts' || isWithParticipants(body)
          ? undefined
          : otterVendor.withoutThings(operationId, body),
    },
    check: empty,
    says: /plan: the vendor's withoutThings does not know the answers of this listing/,
  },
  {
    lack: 'limits',
    connector: pigeon,
    vendor: { ...pigeonVendor, start: (options) => startPigeon(options, { limited: false }) },
    check: paced,
    says: /\w+: the vendor refuses nothing above the declared rate/,
  },
  {
    lack: 'as many records as it was asked for',
    connector: pigeon,
    vendor: { ...pigeonVendor, start: ({ now, scopes }) => pigeonVendor.start({ now, scopes }) },
    check: memory,
    says: /\d+ of 100000 records were read/,
  },
  {
    lack: 'a resource of which something was stored',
    connector: pigeon,
    vendor: { ...pigeonVendor, previousHandles: [{ codec: 'ref', resource: 'telegrams', stored: 't1' }] },
    check: stored,
    says: /ref of telegrams: there is nothing left that could read what was stored/,
  },
];

describe('a vendor is told what it lacks', () => {
  it.each(poor)('$lack', async ({ connector, vendor, check, says }) => {
    const found = conformanceChecks(connector, vendor).find(({ name }) => name === check);
    await expect(found?.run()).rejects.toThrow(says);
  });

  it('but is not asked for more records than it can hold', () => {
    const { manyRecords, ...small } = pigeonVendor;
    expect(manyRecords).toBe('pages');
    expect(conformanceChecks(pigeon, small).map(({ name }) => name)).not.toContain(memory);
    expect(conformanceChecks(pigeon, pigeonVendor).map(({ name }) => name)).toContain(memory);
  });
});

function running(
  vendor: ConformanceVendor,
  change: (running: RunningVendor) => RunningVendor,
): ConformanceVendor {
  return { ...vendor, start: async (options) => change(await vendor.start(options)) };
}

function without(vendor: RunningVendor, lacking: keyof RunningVendor): RunningVendor {
  const rest = Object.entries(vendor).filter(([name]) => name !== lacking);
  return Object.fromEntries(rest) as unknown as RunningVendor;
}

function withoutPhone(person: RunningVendor['subject']): RunningVendor['subject'] {
  const identifiers = person.subject.identifiers.filter(({ kind }) => kind !== 'phone');
  return { ...person, subject: { identifiers } };
}

function isWithParticipants(body: unknown): boolean {
  return JSON.stringify(body).includes('participants');
}
