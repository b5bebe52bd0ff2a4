import { describe, expect, it } from '@jest/globals';
import { bareConnector, fullConnector } from '../../testing/connector.mjs';
import { rowsOf, sectionsOf } from '../../testing/sections-of.mjs';
import { connectorPage } from '../connector-page.mjs';

describe('the limits on a page', () => {
  const sections = sectionsOf(connectorPage(fullConnector()));

  it('computes the share of each limit', () => {
    const [fast, slow] = rowsOf(sections.get('Limits'));
    expect(fast).toEqual([
      '`fast`',
      'a leaky bucket: 10 requests a second drain from it, and it holds 3',
      'for the connection',
      '7.5 requests a second and at most 2 at once',
    ]);
    expect(slow).toEqual([
      '`slow`',
      '1 request in any second; and 60 requests in any minute',
      'for each endpoint by itself',
      '0.75 requests a second and at most 1 at once; and 0.75 requests a second and at most 15 at once',
    ]);
  });

  it('tells which call counts in which limit class, and when in another', () => {
    const calls = rowsOf(sections.get('Limits').split('\n\n')[1]);
    expect(calls).toEqual([
      [
        '`GET /people`',
        '`fast`; `slow` with `include` containing `chats` in the query; `slow` with `all` in the query',
      ],
      ['`POST /erase`', '`slow`'],
      ['`GET /files/{id}`', '`fast`'],
    ]);
  });

  it('explains the kinds of limits that there are, and the headers that tell of them', () => {
    expect(sections.get('Limits')).toContain('**A leaky bucket**');
    expect(sections.get('Limits')).toContain('**A window**');
    expect(sections.get('Limits')).toContain('in the headers `x-limit`, `x-left`, `x-reset`');
    expect(sectionsOf(connectorPage(bareConnector())).get('Limits')).not.toMatch(/window|headers/);
  });

  it('says in one sentence that all calls count together', () => {
    const [find] = Object.values(fullConnector().manifest.operations);
    const together = sectionsOf(
      connectorPage(
        fullConnector({
          operations: { find: { ...find, rateLimitWhen: undefined } },
          rateLimits: { fast: fullConnector().manifest.rateLimits.fast },
        }),
      ),
    );
    expect(together.get('Limits')).toContain('Every call counts in `fast`.');
    expect(rowsOf(together.get('Limits'))).toHaveLength(1);
  });
});
