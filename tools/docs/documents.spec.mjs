import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { check, resolveConfig } from 'prettier';
import { differences } from '../scripts/support/folder-differences.mjs';
import { catalogue } from './catalogue/catalogue.mjs';
import { documents } from './documents.mjs';
import { bareConnector, fullConnector } from './testing/connector.mjs';
import { rowsOf } from './testing/sections-of.mjs';
import { writeDocuments, writePage } from './write-documents.mjs';

const other = () => {
  const { manifest, ...rest } = bareConnector();
  return { ...rest, manifest: { ...manifest, id: 'other', title: 'Other' } };
};

describe('documents', () => {
  it('are a page per connector and a catalogue of all', async () => {
    const files = await documents([fullConnector(), other()]);
    expect([...files.keys()]).toEqual(['README.md', 'sample.md', 'other.md']);
    expect(rowsOf(files.get('README.md'))).toEqual([
      [
        '[Sample](sample.md)',
        '1.2.3',
        'access (synchronous), deletion (asynchronous)',
        '`email`; produces `user_id`, `phone`',
        'OAuth 2.0',
        'Files, Chats, People',
      ],
      ['[Other](other.md)', '1.2.3', '', 'none', 'OAuth 2.0', ''],
    ]);
  });

  it('are the same every time, and as prettier wants them', async () => {
    const connectors = [fullConnector(), other()];
    const files = await documents(connectors);
    expect(await documents(connectors)).toEqual(files);
    const options = { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' };
    for (const file of files.values()) expect(await check(file, options)).toBe(true);
  });

  it('refuse two connectors with one id', async () => {
    await expect(documents([fullConnector(), fullConnector()])).rejects.toThrow(
      /two connectors with the id sample/,
    );
  });
});

describe('the catalogue', () => {
  it.each([
    [{ kind: 'api_key' }, 'API key'],
    [{ kind: 'oauth2', defaultTokenLifetimeSeconds: 60, staticToken: true }, 'OAuth 2.0, or a static token'],
    [{ kind: 'oauth2', defaultTokenLifetimeSeconds: null, staticToken: false }, 'OAuth 2.0 without expiry'],
  ])('tells in a few words how %j authenticates', (auth, words) => {
    const { manifest } = fullConnector();
    const page = catalogue([{ manifest: { ...manifest, auth } }]);
    expect(rowsOf(page)[0][4]).toBe(words);
  });
});

describe('writeDocuments', () => {
  let root;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'documents-'));
  });

  afterEach(() => rm(root, { recursive: true }));

  it('removes the pages of connectors that are no more, and nothing else', async () => {
    await writeFile(join(root, 'gone.md'), 'Gone.');
    await writeFile(join(root, 'picture.svg'), '<svg/>');
    await writeDocuments(await documents([fullConnector()]), root);
    expect((await readdir(root)).sort()).toEqual(['README.md', 'picture.svg', 'sample.md']);
  });

  it('can write one page and leave the others', async () => {
    await writeDocuments(await documents([other()]), root);
    const before = await readFile(join(root, 'README.md'), 'utf8');
    await writePage(await documents([fullConnector()]), 'sample', root);
    expect((await readdir(root)).sort()).toEqual(['README.md', 'other.md', 'sample.md']);
    expect(await readFile(join(root, 'README.md'), 'utf8')).toBe(before);
  });

  it('makes pages that are seen to be stale when the manifest or the page changes', async () => {
    const [committed, fresh] = [join(root, 'committed'), join(root, 'fresh')];
    await writeDocuments(await documents([fullConnector(), other()]), committed);
    await writeDocuments(await documents([fullConnector({ title: 'Renamed' }), other()]), fresh);
    expect(await differences(fresh, committed)).toEqual(['README.md', 'sample.md']);
    await writeDocuments(await documents([fullConnector(), other()]), fresh);
    await appendFile(join(committed, 'other.md'), 'Edited.\n');
    expect(await differences(fresh, committed)).toEqual(['other.md']);
  });
});
