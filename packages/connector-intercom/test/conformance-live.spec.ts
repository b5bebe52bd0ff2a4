import { expect, it } from '@jest/globals';
import { printLiveReport, runLive } from '@privacy-connectors/conformance';
import { connector } from '../src/index.js';
import { intercomVendor } from './intercom.vendor.js';

it('reads an account as it would read a real one', async () => {
  const scopes = Object.keys(connector.manifest.scopes);
  const vendor = await intercomVendor.start({ now: Date.now, scopes });
  try {
    const { accessToken, settings, subject } = vendor;
    const environment = {
      DSR_LIVE_INTERCOM_TOKEN: accessToken,
      DSR_LIVE_INTERCOM_EMAIL: subject.subject.identifiers[0]!.value,
    };
    const report = await runLive(connector, environment, { ...settings, vendorRequestsPerMinute: 100_000 });
    const { messages = [] } = subject.records;
    expect(printLiveReport(report)).toContain(`messages ${messages.length} `);
    expect(report.outcome).toBe('kept');
    expect(vendor.calls.all.filter(({ method }) => method === 'DELETE')).toEqual([]);
  } finally {
    await vendor.close();
  }
});
