import { createHash } from 'node:crypto';
import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { attachment, chatResources, contact, conversation, message } from './support/chat-records.js';
import { schemaErrors } from './support/json-schema.js';
import { memorySource, request, type MemorySection } from './support/memory-source.js';
import { writtenAndRead } from './support/written.js';

const hostile = '</style><script>alert(1)</script>"\'`><img src=x onerror=alert(1)>\u202Etxt.exe';

const section: MemorySection = {
  resources: chatResources,
  records: [
    contact('c1', { name: 'Ada', note: 'line\u2028separator', nothing: null }),
    conversation('k1', 'c1', hostile),
    message('m1', 'k1', { text: hostile, author: { kind: 'agent', name: hostile, internal: true } }),
    attachment('a1', 'm1', '../../../etc/passwd'),
    attachment('A1', 'm1', '../../../etc/passwd'),
    attachment('gone', 'm1', 'gone.pdf'),
  ],
  files: new Map([
    ['a1', Buffer.from('first file')],
    ['A1', Buffer.alloc(300_000, 7)],
  ]),
  outcomes: [{ resource: 'attachments', outcome: 'failed', count: 1, reason: 'The vendor answered 500.' }],
  notCovered: [
    { what: 'Timeline events', why: 'No call reads them.', remedy: 'Ask support.', capability: 'access' },
  ],
};

describe('a written package', () => {
  it('lists every file but itself with size and hash, and nothing else', async () => {
    const { files, written } = await writtenAndRead(memorySource(section));
    const manifest = JSON.parse(String(files.get('manifest.json'))) as {
      files: { path: string; bytes: number; sha256: string }[];
    };
    const expected = [...files]
      .filter(([path]) => path !== 'manifest.json')
      .map(([path, bytes]) => ({
        path,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }));
    expect(manifest.files).toEqual(expected);
    expect([...files.keys()].at(-1)).toBe('manifest.json');
    expect(written.files).toBe(files.size);
  });

  it('tells in the manifest what was asked, covered and not covered', async () => {
    const { files } = await writtenAndRead(memorySource(section));
    const { id, type, status, receivedAt, dueAt, finishedAt } = request;
    expect(JSON.parse(String(files.get('manifest.json')))).toMatchObject({
      format: 'privacy-connectors/access-package',
      formatVersion: 2,
      request: { id, type, status, receivedAt, dueAt, finishedAt },
      connections: [
        {
          connection: 'drift-main',
          connector: { id: 'drift', title: 'Drift', version: '0.1.0' },
          resources: [{ records: 1 }, { records: 1 }, { records: 1 }, { name: 'attachments', records: 3 }],
          outcomes: section.outcomes,
          notCovered: section.notCovered,
        },
      ],
    });
  });

  it('holds attachments byte by byte under names that cannot leave the package', async () => {
    const { files } = await writtenAndRead(memorySource(section));
    const attachments = [...files].filter(([path]) => path.startsWith('attachments/'));
    expect(attachments.map(([, bytes]) => bytes)).toEqual([
      Buffer.from('first file'),
      Buffer.alloc(300_000, 7),
    ]);
    expect(attachments[0]?.[0]).toBe('attachments/drift-main/a1_etc-passwd');
    expect(new Set(attachments.map(([path]) => path.toLowerCase())).size).toBe(2);
  });

  it('holds one record a line, and points to the files that are there', async () => {
    const { files } = await writtenAndRead(memorySource(section));
    const lines = (name: string) =>
      String(files.get(`data/drift-main/${name}.jsonl`))
        .trimEnd()
        .split(/\n|\u2028/);
    expect(lines('contacts').map((line) => JSON.parse(line) as unknown)).toEqual([
      { id: 'c1', data: { name: 'Ada', note: 'line\u2028separator', nothing: null } },
    ]);
    expect(JSON.parse(lines('messages')[0]!)).toEqual({
      id: 'm1',
      data: { id: 'm1' },
      parent: { resource: 'conversations', id: 'k1' },
      occurredAt: '2025-11-14T09:05:00.000Z',
      author: { kind: 'agent', name: hostile, internal: true },
      text: hostile,
    });
    const [first, , gone] = lines('attachments').map(
      (line) => JSON.parse(line) as { file: { path?: string } },
    );
    expect(first?.file).toMatchObject({ bytes: 10, path: 'attachments/drift-main/a1_etc-passwd' });
    expect(gone?.file).toEqual({ name: 'gone.pdf', mediaType: 'application/octet-stream' });
  });

  it('describes every line by the schema that the manifest names', async () => {
    const { files } = await writtenAndRead(memorySource(section));
    const manifest = JSON.parse(String(files.get('manifest.json'))) as {
      connections: { resources: { path: string; schema: string }[] }[];
    };
    const resources = manifest.connections.flatMap((connection) => connection.resources);
    expect(resources).toHaveLength(chatResources.length);
    for (const { path, schema } of resources) {
      const described = JSON.parse(String(files.get(schema))) as object;
      const lines = String(files.get(path)).trimEnd().split('\n');
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(schemaErrors(described, JSON.parse(line))).toBeNull();
      expect(schemaErrors(described, { id: 1, data: {} })).not.toBeNull();
    }
  });

  it('carries the time of the answer in every entry and is the same when written again', async () => {
    const [once, again] = [
      await writtenAndRead(memorySource(section)),
      await writtenAndRead(memorySource(section)),
    ];
    expect([...once.times]).toEqual(['2026-03-03T14:40:30.000Z']);
    expect([...once.files]).toEqual([...again.files]);
  });

  it('keeps two resources with files apart', async () => {
    const both: MemorySection = {
      resources: [
        { name: 'photos', binary: true },
        { name: 'scans', binary: true },
      ],
      records: ['photos', 'scans'].map((resource) => ({ ...attachment('1', 'm', 'x.png'), resource })),
      files: new Map([['1', Buffer.from('bytes')]]),
    };
    const { files } = await writtenAndRead(memorySource(both));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'attachments/drift-main/photos_1_x.png',
        'attachments/drift-main/scans_1_x.png',
      ]),
    );
  });
});
