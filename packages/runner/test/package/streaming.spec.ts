import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { PackageRecord, PackageSection, PackageSource } from '../../src/package/package-source.js';
import { chatResources, contact, conversation, message } from './support/chat-records.js';
import { each, memorySection, request } from './support/memory-source.js';
import { withTemporaryFolder } from './support/temporary-folder.js';
import { writePackage } from '../../src/package/write-package.js';

const messages = 50_000;
const text = 'What I wrote. '.repeat(150);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Memory that is still referenced, in bytes, taken now and then while records stream past. */
class LiveMemory {
  readonly #start = LiveMemory.#now();
  #largest = 0;

  looks = 0;

  look(): void {
    this.looks += 1;
    this.#largest = Math.max(this.#largest, LiveMemory.#now() - this.#start);
  }

  get growth(): number {
    return this.#largest;
  }

  static #now(): number {
    collectGarbage();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  }
}

/** A subject who wrote 100 MB in one conversation; counts the questions for attachments, of which there are none. */
function longConversation(look: () => void, asked: string[]): PackageSource {
  const section = memorySection({
    resources: chatResources,
    records: [contact('c'), conversation('k', 'c')],
  });
  const records = (resource: string) =>
    resource === 'messages' ? manyMessages(look) : section.records(resource);
  const children: PackageSection['children'] = (resource, parent) => {
    if (resource === 'attachments') asked.push(parent.id);
    return resource === 'messages' && parent.resource === 'conversations'
      ? manyMessages(look)
      : section.children(resource, parent);
  };
  return { request, sections: [{ ...section, records, children }] };
}

async function* manyMessages(look: () => void): AsyncGenerator<PackageRecord> {
  for (const number of Array(messages).keys()) {
    if (number % 5000 === 4999) look();
    yield await Promise.resolve(message(`m${String(number)}`, 'k', { text: `${String(number)} ${text}` }));
  }
}

describe('a package of 50,000 messages', () => {
  it('is written in memory that does not grow with it, asking only for children that may exist', async () => {
    await withTemporaryFolder(async (folder) => {
      const asked: string[] = [];
      const memory = new LiveMemory();
      const { files } = await writePackage(
        longConversation(() => {
          memory.look();
        }, asked),
        join(folder, 'p.zip'),
      );
      expect(files).toBeGreaterThan(2 * chatResources.length + 2 + 90);
      expect(memory.looks).toBeGreaterThanOrEqual(20);
      expect(memory.growth).toBeLessThan(24 * 1024 * 1024);
      expect(asked).toEqual([]);
    });
  });

  it('reads the source no further ahead than the disk takes it', async () => {
    const bytes = 96 * 1024 * 1024;
    await withTemporaryFolder(async (folder) => {
      const memory = new LiveMemory();
      const given = memorySection({ resources: [{ name: 'files', binary: true }], records: [file] });
      const source = {
        request,
        sections: [
          {
            ...given,
            file: () =>
              incompressible(bytes, () => {
                memory.look();
              }),
          },
        ],
      };
      const written = await writePackage(source, join(folder, 'p.zip'));
      expect(written.bytes).toBeGreaterThan(bytes);
      expect(memory.growth).toBeLessThan(32 * 1024 * 1024);
    });
  });
});

const file: PackageRecord = {
  resource: 'files',
  id: '1',
  data: {},
  file: { name: 'x', mediaType: 'video/mp4' },
};

async function* incompressible(bytes: number, look: () => void): AsyncGenerator<Uint8Array> {
  const { randomBytes } = await import('node:crypto');
  for (let sent = 0; sent < bytes; sent += 65_536) {
    if (sent % (8 * 1024 * 1024) === 0) look();
    yield* each([randomBytes(65_536)]);
  }
}
