import { beforeAll, describe, expect, it } from '@jest/globals';
import { root } from '../scripts/support/workspace.mjs';
import { documents } from './documents.mjs';
import { rowsOf, sectionsOf } from './testing/sections-of.mjs';
import { connectorPackages } from './workspace/connector-packages.mjs';
import { loadConnectors } from './workspace/load-connector.mjs';

/** Each fact of the reference integration, by the section in which the page of Drift must state it. */
const facts = [
  ['Base URL', '`https://driftapi.com`'],
  ['Authentication', 'OAuth 2.0 with client id and client secret'],
  ['Authentication', '`GET https://dev.drift.com/authorize`'],
  ['Authentication', /Get tokens +\| `POST \/oauth2\/token`/],
  ['Authentication', /Refresh tokens +\| `POST \/oauth2\/token`/],
  ['Authentication', /Test of the connection +\| .*authorisation page and the token endpoint/],
  ['Scopes', 'Access needs `all_contact_read`, `contact_read` and `conversation_read`.'],
  ['Scopes', 'Deletion needs `gdpr_write`.'],
  ['Scopes', /`contact_write` .*next to gdpr_write, for deletion/],
  ['Limits', 'leaky bucket'],
  ['Limits', 'While it is full, calls are answered with 429; they succeed again as it drains.'],
  ['Limits', 'within 70-80 % of the limit: 75 % by default'],
  ['Limits', /On a 429\*\* the call is interrupted.* waits and is retried.* exponential backoff/],
  ['Capabilities', /access +\| asynchronous/],
  ['Capabilities', /deletion +\| asynchronous +\| whole record/],
  ['Data interactions', 'Find them by `email`'],
  ['Data interactions', '- `GET /contacts`: Find the contacts with an e-mail'],
  ['Data interactions', '- `GET /conversations/list`: '],
  ['Data interactions', '- `GET /contacts/{contactId}`: Read one contact'],
  ['Data interactions', '- `GET /conversations/{conversationId}`: Read one conversation'],
  ['Data interactions', '- `GET /conversations/{conversationId}/messages`: Read the messages'],
  ['Data interactions', '- `GET /attachments/{documentId}/data`: Download a file'],
  ['Data interactions', '- `POST /gdpr/delete`: Erase everything'],
  ['Data interactions', /Locate\.\*\* Find contacts by `email`/],
  ['Identifiers', '**Consumed:** `email`'],
  [
    'What deletion means',
    /POST \/gdpr\/delete; then the contacts are retrieved by the e-mail \(GET \/contacts\)/,
  ],
  ['What deletion means', /every 10 minutes .* for 14 days/],
  ['Notes', 'A deletion reaches Drift users, too'],
];

describe('the page of Drift', () => {
  let files;

  beforeAll(async () => {
    files = await documents(await loadConnectors(await connectorPackages(root)));
  });

  it('is of API v1.7', () => {
    expect(files.get('drift.md')).toMatch(/^# Drift\n[^]*for the Drift API v1\.7\.\n/);
  });

  it.each(facts)('states in %s: %s', (section, fact) => {
    const body = sectionsOf(files.get('drift.md')).get(section);
    expect(body).toEqual(
      typeof fact === 'string' ? expect.stringContaining(fact) : expect.stringMatching(fact),
    );
  });

  it('is in the catalogue', () => {
    const row = rowsOf(files.get('README.md')).find(([title]) => title === '[Drift](drift.md)');
    expect(row).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^`email`/),
        'Contacts, Conversations, Messages, Attachments',
      ]),
    );
  });
});
