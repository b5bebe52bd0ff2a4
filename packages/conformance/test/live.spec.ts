import { describe, expect, it } from '@jest/globals';
import { printLiveReport, runLive, type RunningVendor } from '../src/index.js';
import { original, withImplementation, withResource } from './mutants/mutant.js';
import { connector } from './pigeon/connector.js';
import { pigeonVendor } from './pigeon/vendor.js';

describe('a live run', () => {
  it('reads a person page by page and changes nothing', async () => {
    await withAccount(async (vendor) => {
      const report = await runLive(connector, environmentOf(vendor), vendor.settings);
      expect(report).toMatchObject({ connector: 'pigeon', outcome: 'kept' });
      expect(report.findings.map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'kept', 'kept']);
      const { members, letters, pages } = vendor.subject.records;
      expect(printLiveReport(report)).toContain(
        `members ${members?.length ?? 0} (pages: 2), letters ${letters?.length ?? 0} (pages: 4), pages ${pages?.length ?? 0} (pages: 8)`,
      );
      expect(vendor.calls.count('downloadScan')).toBe(vendor.subject.records['scans']?.length);
      expect(vendor.calls.all.filter(({ method }) => method !== 'GET')).toEqual([]);
    });
  });

  it('says what it lacks and calls nothing without a token', async () => {
    await withAccount(async (vendor) => {
      const report = await runLive(connector, {}, vendor.settings);
      expect(report.outcome).toBe('not run');
      expect(printLiveReport(report)).toContain('set DSR_LIVE_PIGEON_TOKEN to run it');
      expect(vendor.calls.total).toBe(0);
    });
  });

  it('leaves the data subject out when none is named', async () => {
    await withAccount(async (vendor) => {
      const { DSR_LIVE_PIGEON_TOKEN } = environmentOf(vendor);
      const report = await runLive(connector, { DSR_LIVE_PIGEON_TOKEN }, vendor.settings);
      expect(report.outcome).toBe('kept');
      expect(report.findings.at(-1)).toMatchObject({
        outcome: 'not run',
        detail: 'set DSR_LIVE_PIGEON_EMAIL to run it',
      });
    });
  });

  it('tells a token that is rejected, and never repeats it', async () => {
    await withAccount(async (vendor) => {
      const environment = { ...environmentOf(vendor), DSR_LIVE_PIGEON_TOKEN: 'made-up-token' };
      const report = await runLive(connector, environment, vendor.settings);
      expect(report.findings.map(({ outcome }) => outcome)).toEqual(['broken', 'kept', 'broken', 'broken']);
      expect(report.outcome).toBe('broken');
      expect(printLiveReport(report)).toMatch(/broken\s+the connection is alive: \w/);
      expect(printLiveReport(report)).not.toMatch(/made-up-token|@/);
    });
  });

  it('tells a person who is not found', async () => {
    await withAccount(async (vendor) => {
      const environment = { ...environmentOf(vendor), DSR_LIVE_PIGEON_EMAIL: 'nobody@nowhere.example' };
      const report = await runLive(connector, environment, vendor.settings);
      expect(report.findings.at(-1)).toMatchObject({
        outcome: 'broken',
        detail: 'the data subject was not found',
      });
    });
  });

  it('tells things that are found for nobody', async () => {
    const { subject } = original;
    const careless = withImplementation({
      subject: {
        ...subject,
        locate: () => Promise.resolve({ things: [{ resource: 'members', ref: 'm2-1' }], next: null }),
      },
    });
    await withAccount(async (vendor) => {
      const { DSR_LIVE_PIGEON_TOKEN } = environmentOf(vendor);
      const report = await runLive(careless, { DSR_LIVE_PIGEON_TOKEN }, vendor.settings);
      expect(report.findings[2]).toMatchObject({
        outcome: 'broken',
        detail: '1 things were found for an address that cannot exist',
      });
    });
  });

  it('names an unexpected error without its message', async () => {
    const talkative = withResource('members', () => ({
      read: (_, ref) => Promise.reject(new TypeError(`cannot read ${JSON.stringify(ref)}`)),
    }));
    await withAccount(async (vendor) => {
      const report = await runLive(talkative, environmentOf(vendor), vendor.settings);
      expect(report.findings.at(-1)).toMatchObject({ outcome: 'broken', detail: 'failed with TypeError' });
    });
  });
});

/** Pigeon Post in real time stands in for an account at a real vendor. */
async function withAccount(use: (vendor: RunningVendor) => Promise<void>): Promise<void> {
  const vendor = await pigeonVendor.start({ now: Date.now, scopes: ['read', 'erase'] });
  try {
    await use(vendor);
  } finally {
    await vendor.close();
  }
}

function environmentOf({ accessToken, subject }: RunningVendor) {
  return { DSR_LIVE_PIGEON_TOKEN: accessToken, DSR_LIVE_PIGEON_EMAIL: subject.subject.identifiers[0]!.value };
}
