import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServiceClient } from '@privacy-connectors/client';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { RequestView } from '../../src/application/views/request-view.js';
import { dsr } from '../support/dsr.js';
import { ServiceInstallation } from '../support/service-installation.js';
import { startCuttingProxy } from './cutting-proxy.js';

const email = 'grace.hopper@example.com';

describe('a network that cuts what the service answers', () => {
  const installation = new ServiceInstallation();
  let vendor: DriftSimulator;
  let ended: RequestView;

  beforeAll(async () => {
    await installation.open();
    vendor = await startDriftSimulator({ conversations: 10, strangers: 3 });
    await installation.connect('main', vendor);
    ended = await installation.request('access', '--email', email, '--wait');
  });

  afterAll(async () => {
    await vendor.close();
    await installation.close();
  });

  const environment = () =>
    installation.environment as { readonly DSR_URL: string; readonly DSR_API_KEY: string };

  it('leaves a package whole, to the byte', async () => {
    const straight = installation.path('straight.zip');
    const mended = installation.path('mended.zip');
    expect((await installation.run('request', 'export', ended.id, '--out', straight)).code).toBe(0);
    const whole = readFileSync(straight);
    const proxy = await startCuttingProxy(environment().DSR_URL, Math.ceil(whole.length / 2), 1);
    try {
      const through = { ...installation.environment, DSR_URL: proxy.url };
      const end = await dsr(['request', 'export', ended.id, '--out', mended, '--json'], through);
      expect(end).toMatchObject({ code: 0, stderr: '' });
      expect(proxy.cuts()).toBe(1);
      expect(readFileSync(mended).equals(whole)).toBe(true);
      expect(end.json()).toMatchObject({ bytes: whole.length });
    } finally {
      await proxy.close();
    }
  });

  it('loses no event, and repeats none', async () => {
    const follow = async (url: string): Promise<readonly string[]> => {
      const client = createServiceClient({ url, key: environment().DSR_API_KEY });
      const { signal } = new AbortController();
      const ids: string[] = [];
      for await (const { id, type } of client.events(ended.id, { signal })) {
        ids.push(id);
        if (type === 'request.finished') break;
      }
      return ids;
    };
    const straight = await follow(environment().DSR_URL);
    expect(straight.length).toBeGreaterThan(2);
    const proxy = await startCuttingProxy(environment().DSR_URL, 1_300, 1);
    try {
      expect(await follow(proxy.url)).toEqual(straight);
      expect(proxy.cuts()).toBe(1);
    } finally {
      await proxy.close();
    }
  });
});
