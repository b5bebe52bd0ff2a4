import { describe, expect, it } from '@jest/globals';
import { VendorContractError } from '../errors/index.js';
import { cursorLinks } from './cursor-links.js';

const listing = { baseUrl: 'https://api.vendor.example', path: '/things', operation: 'listThings' };
const paging = cursorLinks('page[cursor]');
const linkTo = (cursor: string) => `https://api.vendor.example/things?page%5Bcursor%5D=${cursor}&size=5`;

describe('cursorLinks', () => {
  it('asks for the first page without a cursor, and for the next with the one of the link', () => {
    expect(paging.query(null)).toEqual({});
    const trail = paging.next(linkTo('abc'), listing, null);
    expect(paging.query(paging.codec.parse(trail))).toEqual({ 'page[cursor]': 'abc' });
  });

  it('ends where there is no link', () => {
    expect(paging.next(null, listing, null)).toBeNull();
  });

  it('notices a circle', () => {
    const first = paging.next(linkTo('a'), listing, null);
    const second = paging.next(linkTo('b'), listing, first);
    expect(() => paging.next(linkTo('b'), listing, second)).toThrow(VendorContractError);
  });

  it('refuses a link without the cursor, and one that leads elsewhere', () => {
    const lost = () => paging.next('?size=5', listing, null);
    expect(lost).toThrow('A listing goes on, but the vendor does not say where.');
    expect(lost).toThrow(expect.objectContaining({ place: { operation: 'listThings' } }));
    expect(() => paging.next('https://evil.example/things?page[cursor]=a', listing, null)).toThrow(
      VendorContractError,
    );
  });

  it('refuses a place that it did not make', () => {
    expect(() => paging.codec.parse({ cursor: 'abc' })).toThrow(/^A stored place in a listing was written/);
  });
});
