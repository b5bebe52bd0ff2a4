import { describe, expect, it } from '@jest/globals';
import { fullConnector } from '../../testing/connector.mjs';
import { rowsOf, sectionsOf } from '../../testing/sections-of.mjs';
import { connectorPage } from '../connector-page.mjs';

describe('the facts of OAuth on a page', () => {
  const sections = sectionsOf(connectorPage(fullConnector()));

  it('are where tokens come from, how long they live and what they may do', () => {
    const facts = Object.fromEntries(rowsOf(sections.get('Authentication')));
    expect(facts).toMatchObject({
      Authorise: '`GET https://sample.example/authorize`',
      'Get tokens': '`POST /token`, that is `https://api.sample.example/token`',
      'Static token': 'Not offered.',
      'Dead token': 'Answered with 401.',
      PKCE: 'Used.',
      Scopes: 'Asked for in the authorisation URL.',
    });
    expect(facts.Scheme).toContain('HTTP Basic');
    expect(facts['Refresh tokens']).toContain('90 seconds');
  });

  it('refuses an authentication that it has no words for', () => {
    expect(() => connectorPage(fullConnector({ auth: { kind: 'carrier_pigeon' } }))).toThrow(
      /sample authenticates with carrier_pigeon/,
    );
  });
});

describe('the page of a vendor whose tokens do not expire', () => {
  const { auth } = fullConnector().manifest;
  const page = connectorPage(fullConnector({ auth: { ...auth, defaultTokenLifetimeSeconds: null } }));
  const facts = Object.fromEntries(rowsOf(sectionsOf(page).get('Authentication')));

  it('says that nothing is refreshed, and who authorises again', () => {
    expect(facts['Refresh tokens']).toBe('Never: tokens do not expire, and there are no refresh tokens.');
    expect(facts['Dead token']).toBe(
      'Answered with 401. A person then has to authorise the connection again.',
    );
    expect(facts['Test of the connection']).not.toContain('refresh');
  });
});

describe('the page of a vendor with API keys', () => {
  const auth = {
    kind: 'api_key',
    header: 'authorization',
    prefix: 'Sample-Key ',
    rejectionStatuses: [401, 403],
  };
  const facts = Object.fromEntries(
    rowsOf(sectionsOf(connectorPage(fullConnector({ auth }))).get('Authentication')),
  );

  it('tells how the key is sent, and what follows when it is dead', () => {
    expect(facts).toMatchObject({
      Scheme: 'An API key, made by hand in the settings of the vendor',
      'Sent with every call': '`authorization: Sample-Key <key>`',
      'Dead key': 'Answered with 401 and 403. A person then has to give the connection another one.',
    });
    expect(facts).not.toHaveProperty('Authorise');
  });
});
