import { describe, expect, it } from '@jest/globals';
import { bareConnector, fullConnector } from '../testing/connector.mjs';
import { rowsOf, sectionsOf } from '../testing/sections-of.mjs';
import { connectorPage } from './connector-page.mjs';

const order = [
  'Base URL',
  'Authentication',
  'Scopes',
  'Endpoints',
  'Limits',
  'Capabilities',
  'Data interactions',
  'Identifiers',
  'What deletion means',
  'Disconnecting',
  'Not covered',
  'Settings',
  'Resources',
  'Sources',
  'Notes',
];

describe('the page of a connector', () => {
  const page = connectorPage(fullConnector());
  const sections = sectionsOf(page);

  it('begins with title and versions', () => {
    expect(page).toMatch(/^# Sample\n/);
    expect(page).toContain(
      'Connector `sample` 1.2.3, in the package `@example/connector-sample`, for the Sample API v9.',
    );
  });

  it('has its sections in one order', () => {
    expect([...sections.keys()]).toEqual(order);
  });

  it('crosses scopes with capabilities', () => {
    expect(rowsOf(sections.get('Scopes'))).toEqual([
      ['`read`', 'needed', 'needed', '**Read.** Reads.'],
      ['`erase`', '', 'needed', '**Erase.** Erases.'],
      ['`look`', '', '', '**Look.** Optional. Sees more.'],
    ]);
    expect(sections.get('Scopes')).toContain('Deletion needs `read` and `erase`.');
  });

  it('lists the calls with their purpose', () => {
    expect(rowsOf(sections.get('Endpoints'))).toEqual([
      ['`GET /people`', 'Find people.', 'access, deletion', '`read`', 'yes'],
      ['`POST /erase`', 'Erase.', 'deletion', '`erase`', 'no'],
      [
        '`GET /files/{id}`',
        'Get. The answer is a file, which is streamed.',
        'testing the connection, access',
        'none',
        'yes',
      ],
    ]);
  });

  it('goes through an access by what is reached first', () => {
    const [access] = sections.get('Data interactions').split('### Deletion');
    const titles = [...access.matchAll(/^\d\. \*\*(\w+)\.\*\*/gm)].map(([, title]) => title);
    expect(titles).toEqual(['People', 'Chats', 'Files']);
    expect(access).toContain('Find them by `email`');
    expect(access).toContain('newest first');
    expect(access).toContain('the records of the chats name, page by page. Download the file');
  });

  it('lists the calls of each capability', () => {
    const [access, deletion] = sections.get('Data interactions').split('### Deletion');
    expect(access).toContain('- `GET /people`: Find people.');
    expect(access).not.toContain('POST /erase');
    expect(deletion).toContain('- `POST /erase`: Erase.');
    expect(deletion).toContain('- `GET /people`: Find people.');
    expect(deletion).not.toContain('GET /files');
  });

  it('says what deletion means, how long it takes and what stays', () => {
    const words = sections.get('What deletion means');
    expect(rowsOf(words)).toEqual([
      ['Files', 'Goes with its chats.', 'Nothing is known to stay.'],
      ['Chats', 'Gone when the call returns.', 'The bill, for ten years.'],
      ['People', 'The vendor offers no way to erase it.', 'Nothing is known to stay.'],
    ]);
    expect(words).toContain('every 1 minute (`verifyEverySeconds`), for 1 hour (`verifyForSeconds`)');
  });

  it('keeps gaps of access and deletion apart', () => {
    const [access, deletion] = sections.get('Not covered').split('### Out of reach of deletion');
    expect(rowsOf(access)).toEqual([['Notes', 'No call.', 'Ask.']]);
    expect(rowsOf(deletion)).toEqual([['Logs', 'Kept.', 'Wait.']]);
  });

  it('escapes what a manifest says', () => {
    expect(rowsOf(sections.get('Capabilities'))[1].at(-1)).toBe(String.raw`Erases \| one by one.`);
    const [region] = rowsOf(sections.get('Settings'));
    expect(region.at(-1)).toBe('Where, `eu\\|us`.');
  });

  it('lists the settings with the values they may have', () => {
    expect(rowsOf(sections.get('Settings')).slice(0, 3)).toEqual([
      ['`region`', 'string: empty or `eu`', 'empty', expect.any(String)],
      ['`quick`', 'boolean', '`false`', 'Hurry.'],
      ['`verifyEverySeconds`', 'number', '`60`', 'Pause.'],
    ]);
  });

  it('tells how people are found, and what is learned about them', () => {
    expect(sections.get('Identifiers')).toBe(
      [
        '- **Consumed:** `email`. The vendor is searched for people by each of these that is known of the person; what it finds is compared again, exactly.',
        '- **Produced:** `user_id`, `phone`. Further handles of the person that the people found bear, for the other connectors of the request.',
      ].join('\n'),
    );
  });

  it('names sources with their confidence', () => {
    expect(sections.get('Sources')).toBe(
      '- [Reference](https://sample.example/docs%20%281%29) (documented by the vendor)\n- A client (seen in a published client)',
    );
  });

  it('ends with the notes', () => {
    expect(sections.get('Notes')).toBe('### By hand\n\nWritten by hand.');
  });

  it.each(['# Title', '## Section', 'Title\n====', 'Section\n---'])(
    'refuses notes with the heading %j',
    (notes) => {
      expect(() => connectorPage({ ...fullConnector(), notes })).toThrow(
        /notes\.md of @example\/connector-sample/,
      );
    },
  );

  it('does not take a comment in code for a heading', () => {
    const notes = '```sh\n# a comment\n```\n';
    expect(connectorPage({ ...fullConnector(), notes })).toContain('# a comment');
  });

  it('refuses resources that are their own ancestors', () => {
    const { resources } = fullConnector().manifest;
    const circular = { ...resources, people: { ...resources.people, parent: 'files' } };
    expect(() => connectorPage(fullConnector({ resources: circular }))).toThrow(/its own ancestor/);
  });
});

describe('the page of a connector with next to nothing', () => {
  const sections = sectionsOf(connectorPage(bareConnector()));

  it('has all sections but the notes', () => {
    expect([...sections.keys()]).toEqual(order.slice(0, -1));
  });

  it.each([
    ['Scopes', 'The vendor has no scopes.'],
    ['Endpoints', 'The connector makes no calls.'],
    ['Data interactions', 'The connector offers no access.'],
    ['Data interactions', 'The connector offers no deletion.'],
    ['Identifiers', '**Consumed:** none'],
    ['What deletion means', 'The connector offers no deletion.'],
    ['Not covered', 'Nothing is known.'],
    ['Settings', 'There are none.'],
    ['Resources', 'There are none.'],
    ['Sources', 'The manifest names none.'],
  ])('says in %s: %s', (title, sentence) => {
    expect(sections.get(title)).toContain(sentence);
  });

  it('calls both capabilities not offered', () => {
    expect(rowsOf(sections.get('Capabilities')).map(([name, mode]) => `${name}: ${mode}`)).toEqual([
      'access: not offered',
      'deletion: not offered',
    ]);
  });
});

describe('the page of a vendor that erases at once', () => {
  it('says that it takes no time', () => {
    const deletion = { mode: 'synchronous', granularity: 'whole_record', description: 'All.' };
    const sections = sectionsOf(connectorPage(fullConnector({ capabilities: { deletion } })));
    expect(sections.get('What deletion means')).toContain('it is done when the vendor answers');
    expect(sections.get('Data interactions')).toContain(
      'its answer, or a look right after it, is the outcome',
    );
    expect(sections.get('Data interactions')).toContain('erases everything about the person at once');
  });
});
