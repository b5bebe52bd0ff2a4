import { describe, expect, it } from '@jest/globals';
import type { KnownIdentifier } from './known-identifier.js';
import { searchesOf } from './searches.js';

function known(change: Partial<KnownIdentifier>): KnownIdentifier {
  return {
    number: 1,
    kind: 'external_id',
    namespace: 'shop',
    holder: 'a',
    round: 1,
    use: 'search',
    ...change,
  };
}

describe('searchesOf', () => {
  it('gives an id to the kinds that are declared for its name space', () => {
    const consumes = ['external_id', 'user_id', 'email'] as const;
    const kinds = (namespaces: object) =>
      searchesOf({ consumes, namespaces }, [known({})]).map(({ kind }) => kind);
    expect(kinds({ external_id: 'shop' })).toEqual(['external_id']);
    expect(kinds({ user_id: 'shop', external_id: 'crm' })).toEqual(['user_id']);
    expect(kinds({ user_id: 'shop', external_id: 'shop' })).toEqual(['user_id', 'external_id']);
    expect(kinds({ external_id: 'Shop' })).toEqual([]);
    expect(kinds({})).toEqual([]);
  });

  it('gives nothing to a connection that does not take the kind', () => {
    const namespaces = { external_id: 'shop', user_id: 'shop' };
    expect(searchesOf({ consumes: ['email'], namespaces }, [known({})])).toEqual([]);
    expect(
      searchesOf({ consumes: ['email'], namespaces }, [known({ kind: 'phone', namespace: null })]),
    ).toEqual([]);
  });

  it('never passes an undeclared id on, nor what is not to be searched by', () => {
    const connection = { consumes: ['external_id', 'email'], namespaces: { external_id: 'shop' } } as const;
    expect(searchesOf(connection, [known({ namespace: null })])).toEqual([]);
    for (const use of ['not_widened', 'invalid', 'beyond_limit'] as const) {
      expect(
        searchesOf(connection, [known({ use }), known({ use, kind: 'email', namespace: null })]),
      ).toEqual([]);
    }
  });
});
