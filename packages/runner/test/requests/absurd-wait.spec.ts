import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { RequestView } from '../../src/application/views/request-view.js';
import { Installation } from '../support/installation.js';

const email = 'grace.hopper@example.com';

describe('a vendor that asks to wait for years', () => {
  const installation = new Installation();

  afterAll(() => {
    installation.remove();
  });

  it('is asked again after a day, and the process can be interrupted until then', async () => {
    const vendor = await startDriftSimulator({ subjects: [{ email }] });
    try {
      await installation.connect('absurd', vendor);
      vendor.faults.always('findContacts', { kind: 'status', status: 429, retryAfter: '99999999999' });
      const { id } = await installation.request('access', '--email', email);
      const process = installation.start('request', 'wait', id, '--json');
      const parked = await progressOf(
        process.child,
        (view) => (view.tasks[0]?.waitingUntil ?? null) !== null,
      );
      const hours = (Date.parse(parked.tasks[0]?.waitingUntil ?? '') - Date.now()) / 3_600_000;
      expect(Math.round(hours)).toBe(24);
      process.child.kill('SIGINT');
      expect((await process.ended).code).toBe(130);
      expect(vendor.calls.count('findContacts')).toBe(1);
    } finally {
      await vendor.close();
    }
  });
});

/** The first view of that kind that the process tells. */
async function progressOf(
  child: ChildProcess,
  isMeant: (view: RequestView) => boolean,
): Promise<RequestView> {
  for await (const line of createInterface({ input: child.stdout ?? Readable.from([]) })) {
    const { progress } = JSON.parse(line) as { progress?: RequestView };
    if (progress !== undefined && isMeant(progress)) return progress;
  }
  throw new Error('The process ended without it.');
}
