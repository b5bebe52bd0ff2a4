import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { hostilePackage } from './hostile.js';
import { openPackage, type OpenedPackage } from './opened-package.js';
import { ordinary } from './samples.js';
import { startBrowser, type TestBrowser } from './test-browser.js';
import { watchedPage, type Watched } from './watched-page.js';
import { xssPayloads } from './xss-payloads.js';

let chromium: TestBrowser;
let plain: OpenedPackage;
let hostile: OpenedPackage;

beforeAll(async () => {
  chromium = await startBrowser();
  plain = await openPackage(ordinary);
  hostile = await openPackage(hostilePackage(xssPayloads));
});

afterAll(async () => {
  await chromium.close();
  await plain.close();
  await hostile.close();
});

/** Lets `use` have a new page that tells what it did, under settings of a reader's browser. */
async function reading<Result>(
  options: BrowserContextOptions,
  use: (watched: Watched) => Promise<Result>,
): Promise<Result> {
  const context = await chromium.browser.newContext(options);
  try {
    await context.addInitScript({ content: axe.source });
    return await use(await watchedPage(context));
  } finally {
    await context.close();
  }
}

/** What axe finds, as rule and place; all of its rules, best practices too. */
async function violations(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    return (await checker.run({ preload: false } as axe.RunOptions)).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Runs within the page, once the picture is there. */
async function widthOf(element: unknown): Promise<number> {
  const picture = element as { decode(): Promise<void>; readonly naturalWidth: number };
  await picture.decode();
  return picture.naturalWidth;
}

describe('a package in Chromium', () => {
  it.each([
    ['light', 1280],
    ['light', 390],
    ['dark', 1280],
    ['dark', 390],
  ] as const)(
    'has no violation that axe knows, %s and %d wide, and needs no scrolling sideways',
    async (colorScheme, width) => {
      await reading({ colorScheme, viewport: { width, height: 900 } }, async ({ page, events }) => {
        for (const address of plain.pages) {
          await page.goto(address);
          expect(await violations(page)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        }
        expect(events).toEqual([]);
      });
    },
  );

  it('has none either where vendors send anything', async () => {
    await reading({}, async ({ page }) => {
      await page.goto(hostile.pages[1]!);
      expect(await violations(page)).toEqual([]);
    });
  });

  it('tells times in the zone of its reader, and in UTC without script', async () => {
    const first = 'time[datetime="2025-11-14T09:05:00.000Z"]';
    const shown = (options: BrowserContextOptions) =>
      reading(options, async ({ page }) => {
        await page.goto(plain.pages[1]!);
        return [
          await page.locator(first).first().textContent(),
          await page.locator('[data-zone]').textContent(),
        ];
      });
    expect(await shown({ timezoneId: 'Asia/Tokyo' })).toEqual(['14 Nov 2025, 18:05 GMT+9', 'Asia/Tokyo']);
    expect(await shown({ javaScriptEnabled: false })).toEqual(['14 Nov 2025, 09:05 UTC', 'UTC']);
  });

  it('finds words on a page, whatever their case and accents, and shows all again', async () => {
    await reading({}, async ({ page, events }) => {
      await page.goto(plain.pages[1]!);
      const box = page.getByRole('searchbox', { name: 'Search this page' });
      const result = page.getByRole('status');
      await box.fill('TRES BIEN');
      await result.getByText('1 entry holds “TRES BIEN”.').waitFor();
      expect(await page.locator('.message:visible').count()).toBe(1);
      await box.fill('nowhere to be found');
      await result.getByText('Nothing on this page holds').waitFor();
      expect(await page.locator('[data-entry]:visible').count()).toBe(0);
      await box.fill('');
      await page.locator('.message:visible').nth(4).waitFor();
      expect(events).toEqual([]);
    });
  });

  it('opens every page from the overview, shows pictures, links what is harmless, and asks nobody for anything', async () => {
    await reading({}, async ({ page, requests, events }) => {
      await page.goto(plain.pages[0]!);
      await page.getByRole('link', { name: 'Read Messages of Drift' }).click();
      await page.waitForURL(plain.pages[1]!);
      const picture = page.getByRole('img', { name: 'Preview of photo of invoice.png' });
      await picture.scrollIntoViewIfNeeded();
      expect(await picture.evaluate(widthOf)).toBe(1);
      const files = page.getByRole('list', { name: 'Attachments' }).first();
      expect(await files.getByRole('link').allTextContents()).toEqual(['photo of invoice.png', 'bill.pdf']);
      expect(await page.getByText('lost.doc').textContent()).toContain('lost.doc');
      expect(requests.filter((request) => !request.startsWith('file://'))).toEqual([]);
      expect(events).toEqual([]);
    });
  });
});

/** Events that handlers wait for, sent to every element; links lead nowhere meanwhile. */
const touchEverything = `(() => {
  addEventListener('click', (event) => event.preventDefault(), { capture: true });
  for (const element of document.querySelectorAll('*')) {
    for (const type of ['mouseover', 'focus', 'click', 'toggle', 'error', 'load', 'animationstart', 'beforeinput']) {
      element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    }
  }
})()`;

describe(`${String(xssPayloads.length)} payloads in every field`, () => {
  it.each([
    ['as it is', false],
    ['even where its security policy is ignored', true],
  ])('run nothing and fetch nothing, %s', async (_how, bypassCSP) => {
    await reading({ bypassCSP }, async ({ page, events, requests }) => {
      for (const address of hostile.pages) {
        await page.goto(address);
        await page.evaluate(touchEverything);
        const schemes = await page.evaluate('[...new Set([...document.links].map((link) => link.protocol))]');
        expect(['file:', 'http:', 'https:', 'mailto:', 'tel:']).toEqual(
          expect.arrayContaining(schemes as string[]),
        );
        expect(page.url()).toBe(address);
      }
      expect(events).toEqual([]);
      expect(requests.filter((request) => !hostile.pages.includes(request))).toEqual([]);
    });
  });

  it('are all there to be read', async () => {
    await reading({}, async ({ page }) => {
      await page.goto(hostile.pages[1]!);
      const words = String(await page.evaluate('document.body.textContent'));
      const lost = xssPayloads.filter(
        (payload) =>
          !words.includes(payload.replace(/[\u0000\uD800\uDC00]/g, '\uFFFD').replace('\u202E', '')),
      );
      expect(lost).toEqual([]);
    });
  });
});
