import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { receiptPage } from '../../src/receipts/html/receipt-page.js';
import { startBrowser, type TestBrowser } from '../package/browser/test-browser.js';
import { receiptSample } from './sample.js';

const payload = `"><img src=x onerror="document.title='run'"><script>document.title='run'</script>`;
let chromium: TestBrowser;
let folder: string;

beforeAll(async () => {
  chromium = await startBrowser();
  folder = await mkdtemp(join(tmpdir(), 'dsr-receipt-'));
});

afterAll(async () => {
  await chromium.close();
  await rm(folder, { recursive: true, force: true });
});

async function written(name: string, word: string): Promise<string> {
  const file = join(folder, `${name}.html`);
  await writeFile(file, receiptPage(receiptSample(word)));
  return pathToFileURL(file).href;
}

describe('the page of a receipt in Chromium', () => {
  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('has no violation that axe knows, %s and %d wide', async (colorScheme, width) => {
    const context = await chromium.browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    await context.addInitScript({ content: axe.source });
    const page = await context.newPage();
    await page.goto(await written('plain', 'contacts'));
    const found = await page.evaluate(async () => {
      const { axe: checker } = globalThis as unknown as { axe: typeof axe };
      return (await checker.run({ preload: false } as axe.RunOptions)).violations;
    });
    expect(found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const shots = process.env['DSR_TEST_SCREENSHOTS'];
    if (shots !== undefined) await page.screenshot({ path: join(shots, `${width}.png`), fullPage: true });
    await context.close();
  });

  it('runs nothing of what a vendor or a connector wrote, even without its security policy', async () => {
    const context = await chromium.browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(await written('hostile', payload));
    expect(await page.title()).toBe('Receipt of a privacy request');
    expect(await page.locator('img, script').count()).toBe(0);
    expect(await page.locator('body').textContent()).toContain(payload);
    await context.close();
  });
});
