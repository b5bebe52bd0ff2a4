import { expect, it } from '@jest/globals';
import { printLiveReport, runLive } from '@privacy-connectors/conformance';
import { connector } from '../src/index.js';
import { driftVendor } from './drift.vendor.js';

it('reads an account as it would read a real one', async () => {
  const scopes = Object.keys(connector.manifest.scopes);
  const vendor = await driftVendor.start({ now: Date.now, scopes });
  try {
    const { accessToken, settings, subject } = vendor;
    const environment = {
      DSR_LIVE_DRIFT_TOKEN: accessToken,
      DSR_LIVE_DRIFT_EMAIL: subject.subject.identifiers[0]!.value,
    };
    const report = await runLive(connector, environment, settings);
    const { messages = [] } = subject.records;
    expect(printLiveReport(report)).toContain(`messages ${messages.length} `);
    expect(report.outcome).toBe('kept');
    expect(vendor.calls.count('deletePersonalData')).toBe(0);
  } finally {
    await vendor.close();
  }
});
