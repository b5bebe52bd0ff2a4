import { describe, expect, it } from '@jest/globals';
import { identifiersAt } from './identifiers-at.js';

const email = { kind: 'email', value: 'ada@example.com', namespace: null, holder: null } as const;
const phone = { kind: 'phone', value: '+442079460018', namespace: null, holder: 'crm' } as const;
const found = { kind: 'user_id', value: '77', namespace: null, holder: 'crm' } as const;
const shop = { kind: 'external_id', value: 'c-1', namespace: 'shop', holder: null } as const;

describe('identifiers at a connection', () => {
  it('are e-mail addresses and numbers everywhere', () => {
    expect(identifiersAt({ id: 'desk', namespaces: {} }, [email, phone])).toEqual([
      { kind: 'email', value: 'ada@example.com' },
      { kind: 'phone', value: '+442079460018' },
    ]);
  });

  it.each([
    ['where it was found', { id: 'crm', namespaces: {} }, found, ['user_id']],
    ['nowhere else', { id: 'desk', namespaces: {} }, found, []],
    ['where another name space is declared', { id: 'desk', namespaces: { user_id: 'desk' } }, found, []],
    [
      'where its name space is declared',
      { id: 'desk', namespaces: { external_id: 'shop' } },
      shop,
      ['external_id'],
    ],
    ['as the kind it is declared for', { id: 'desk', namespaces: { user_id: 'shop' } }, shop, ['user_id']],
    [
      'once where it was found and declared',
      { id: 'crm', namespaces: { user_id: 'crm' } },
      { ...found, namespace: 'crm' },
      ['user_id'],
    ],
    ['nowhere without a declaration', { id: 'desk', namespaces: {} }, shop, []],
  ])('are an id %s', (_, connection, identifier, kinds) => {
    expect(identifiersAt(connection, [identifier]).map(({ kind }) => kind)).toEqual(kinds);
  });
});
