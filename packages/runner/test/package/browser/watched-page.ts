import type { BrowserContext, Page } from 'playwright-core';

/** What a page did that no page of a package may do, and what it asked for. */
export interface Watched {
  readonly page: Page;
  /** Dialogs, console messages, errors, windows, frames, downloads. */
  readonly events: string[];
  readonly requests: string[];
}

/** A new page whose every sign of life is noted. */
export async function watchedPage(context: BrowserContext): Promise<Watched> {
  const events: string[] = [];
  const requests: string[] = [];
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    events.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => events.push(`console ${message.text()}`));
  page.on('pageerror', (error) => events.push(`error ${error.message}`));
  page.on('popup', () => events.push('window'));
  page.on('download', () => events.push('download'));
  page.on('frameattached', () => events.push('frame'));
  page.on('request', (request) => requests.push(request.url()));
  return { page, events, requests };
}
