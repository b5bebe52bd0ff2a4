import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import ts from 'typescript';
import { root } from '../../scripts/support/workspace.mjs';

const files = ['LICENSE', 'tsconfig.json', 'tsconfig.check.json', 'packages/connector-drift/package.json'];
const textOf = (file) => readFileSync(join(root, file), 'utf8');

/** A tree with the files of the workspace that the generators read, and its format. */
export function virtualWorkspace() {
  const tree = createTreeWithEmptyWorkspace({ formatter: 'prettier' });
  for (const file of files) tree.write(file, textOf(file));
  tree.write('.prettierrc', textOf('.prettierrc.json'));
  return tree;
}

/** The files of a folder that a generator wrote. */
export function changedFiles(tree, folder) {
  const changed = tree.listChanges().map(({ path }) => path);
  return changed.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
}

/** What a TypeScript file of the tree exports, that imports nothing but types and files of the tree. */
export function exportsOf(tree, path) {
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(tree.read(path, 'utf8'), { compilerOptions: options });
  const exports = {};
  const require = (file) => exportsOf(tree, join(dirname(path), file).replace(/\.js$/, '.ts'));
  runInNewContext(outputText, { exports, require });
  return JSON.parse(JSON.stringify(exports));
}
