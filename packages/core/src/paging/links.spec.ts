import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VendorContractError } from '../errors/index.js';
import { linkTarget, queryOfNextLink } from './links.js';

const listing = { baseUrl: 'https://api.vendor.example/v1', path: '/things', operation: 'listThings' };

describe('linkTarget', () => {
  it.each([
    [null, null],
    ['', null],
    [' ', null],
    ['</contacts/5>; rel="canonical"', '/contacts/5'],
    ['</a>; rel="prev", </b>; rel=canonical', '/b'],
    ['</a>; rel="next"', null],
  ])('of %j is %j', (header, target) => {
    expect(linkTarget(header, 'canonical', 'getContact')).toBe(target);
  });

  it('refuses a header it cannot read', () => {
    const refused = () => linkTarget('nonsense', 'canonical', 'getContact');
    expect(refused).toThrow(VendorContractError);
    expect(refused).toThrow('A listing goes on at a link that cannot be followed safely.');
    expect(refused).toThrow(expect.objectContaining({ place: { operation: 'getContact' } }));
  });
});

describe('queryOfNextLink', () => {
  it.each([[null], [undefined], ['']])('ends at %j', (link) => {
    expect(queryOfNextLink(link, listing)).toBeNull();
  });

  it.each([
    [
      'https://api.vendor.example/v1/things?page%5Bcursor%5D=abc&size=5',
      { 'page[cursor]': 'abc', size: '5' },
    ],
    ['/v1/things/?cursor=a%2Fb', { cursor: 'a/b' }],
    ['?cursor=1&cursor=2', { cursor: '2' }],
  ])('of %s is its query', (link, query) => {
    expect(queryOfNextLink(link, listing)).toEqual(query);
  });

  it('does not mind a slash at the end of the path', () => {
    const query = queryOfNextLink('/v1/things?cursor=1', { ...listing, path: '/things/' });
    expect(query).toEqual({ cursor: '1' });
  });

  it.each([
    'https://evil.example/v1/things?cursor=1',
    'http://api.vendor.example/v1/things?cursor=1',
    'https://api.vendor.example:444/v1/things?cursor=1',
    'https://api.vendor.example/v1/others?cursor=1',
    'https://api.vendor.example/v1/things',
    '//evil.example/v1/things?cursor=1',
    'https://[broken?cursor=1',
  ])('refuses %s', (link) => {
    const refused = () => queryOfNextLink(link, listing);
    expect(refused).toThrow(VendorContractError);
    expect(refused).toThrow(expect.objectContaining({ place: { operation: 'listThings' } }));
  });

  it('reads back any query', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z[\]]{1,8}$/), fc.string(), { minKeys: 1 }),
        (query) => {
          const link = `${listing.baseUrl}/things?${new URLSearchParams(query).toString()}`;
          expect(queryOfNextLink(link, listing)).toEqual({ ...query });
        },
      ),
    );
  });
});
