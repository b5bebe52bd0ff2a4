import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeLines } from './code-lines.mjs';
import { connectorLines } from './connector-lines.mjs';

describe('codeLines', () => {
  it.each([
    ['nothing', '', 0],
    ['blank lines', '\n  \n\t\n', 0],
    ['comments', '// one\n/* two\n three */\n/**\n * four\n */\n', 0],
    ['code', 'const a = 1;\nconst b = a;\n', 2],
    ['code before and after a comment', 'const a = 1; // one\n/* two */ const b = a;\n', 2],
    ['documentation of a member', 'interface A {\n  /** One. */\n  readonly a: 1;\n}\n', 3],
    ['what looks like a comment in a text', 'const a = "// one";\nconst b = `\n// two\n\n * three`;\n', 5],
    ['an expression that spans lines', 'call(\n  one,\n  // two\n  three,\n);\n', 4],
  ])('counts %s', (_, text, lines) => {
    expect(codeLines(text)).toBe(lines);
  });

  it('does not care about blank lines and comments between statements', () => {
    const filler = fc.constantFrom('\n', '// no code\n', '/* no\n code */\n', '/** No code. */\n');
    fc.assert(
      fc.property(fc.array(filler), fc.nat(20), (fillers, statements) => {
        const text = Array.from({ length: statements }, (_, index) => {
          return `${fillers[index % (fillers.length || 1)] ?? ''}let a${index} = ${index};\n`;
        });
        expect(codeLines(text.join(''))).toBe(statements);
      }),
    );
  });
});

describe('connectorLines', () => {
  let folder;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connector-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function write(file, text = 'export const one = 1;\n') {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }

  it('counts what a person wrote for the connector', async () => {
    await write('src/index.ts', "export { connector } from './connector.js';\n");
    await write('src/contacts/simulator/contact.ts');
    for (const file of ['src/generated/schema.ts', 'src/simulator/main.ts', 'src/contacts/contact.spec.ts'])
      await write(file);
    for (const file of ['test/conformance.spec.ts', 'src/notes.md', 'dist/index.d.ts']) await write(file);
    expect(await connectorLines(folder)).toEqual({ files: 2, lines: 2 });
  });
});
