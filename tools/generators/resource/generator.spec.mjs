import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connectorGenerator } from '../connector/generator.mjs';
import { changedFiles, exportsOf, virtualWorkspace } from '../testing/virtual-workspace.mjs';
import { resourceGenerator } from './generator.mjs';

const root = 'packages/connector-pigeon';
const resourcesFile = `${root}/src/manifest/resources.ts`;

describe('one more resource', () => {
  let files;
  let tree;
  beforeAll(async () => {
    const made = virtualWorkspace();
    await connectorGenerator(made, {
      vendor: 'pigeon',
      title: 'Pigeon Post',
      auth: 'oauth2',
      identifiers: ['email'],
      resources: 'members:locate,letters:scan',
      baseUrl: 'https://api.pigeon.example',
    });
    files = made.listChanges();
  }, 60_000);

  beforeEach(() => {
    tree = virtualWorkspace();
    for (const { path, content } of files) tree.write(path, content);
  });

  const textOf = (file) => tree.read(`${root}/${file}`, 'utf8');

  it('is declared and implemented after the others', async () => {
    await resourceGenerator(tree, { connector: 'pigeon', resource: 'stamp_books:parent:members:binary' });
    const { resources } = exportsOf(tree, resourcesFile);
    expect(Object.keys(resources)).toEqual(['members', 'letters', 'stamp_books']);
    expect(resources.stamp_books).toMatchObject({ lookup: 'parent', parent: 'members', binary: true });
    expect(textOf('src/connector.ts')).toContain('resources: { members, letters, stamp_books: stampBooks }');
    expect(textOf('src/connector.ts')).toContain(
      "import { stampBooks } from './stamp-books/stamp-books.js';",
    );
    expect(textOf('src/stamp-books/stamp-books.ts')).toContain(
      "open: unwritten('resource stamp_books: open')",
    );
  });

  it('brings the steps of a deletion when it is the first that can be erased', async () => {
    await resourceGenerator(tree, { connector: 'pigeon', resource: 'stamps:locate:immediate' });
    await resourceGenerator(tree, { connector: 'pigeon', resource: 'seals:locate:immediate' });
    expect(textOf('src/connector.ts').match(/^ {2}deletion,$/gm)).toHaveLength(1);
    expect(textOf('src/manifest/manifest.ts').match(/deletion: \{/g)).toHaveLength(1);
    expect(textOf('src/deletion/deletion.ts')).toContain("erase: unwritten('deletion: erase')");
  });

  it('brings back the mark of unwritten steps once all others are written', async () => {
    tree.delete(`${root}/src/unwritten.ts`);
    await resourceGenerator(tree, { connector: 'pigeon', resource: 'stamps:locate' });
    expect(textOf('src/unwritten.ts')).toContain('is not written yet.');
  });

  it('is refused when it is there already, and nothing changes', async () => {
    const before = changedFiles(tree, root).map((file) => [file, textOf(file)]);
    await expect(
      resourceGenerator(tree, { connector: 'pigeon', resource: 'letters:locate' }),
    ).rejects.toThrow('There already is a resource letters.');
    expect(changedFiles(tree, root).map((file) => [file, textOf(file)])).toEqual(before);
  });

  it('is refused for a connector that does not exist', async () => {
    await expect(resourceGenerator(tree, { connector: 'owl', resource: 'letters:locate' })).rejects.toThrow(
      'There is no connector owl as the generator connector writes it.',
    );
  });
});
