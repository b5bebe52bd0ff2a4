import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const entries = [
  'index',
  'http/index',
  'oauth/index',
  'rate-limit/index',
  'retry/index',
  'errors/index',
  'text/index',
  'paging/index',
];
const files = entries.map((entry) => fileURLToPath(new URL(`./${entry}.ts`, import.meta.url)));
const program = ts.createProgram(files, {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
});
const checker = program.getTypeChecker();

function exportsOf(file: string): readonly ts.Symbol[] {
  const source = program.getSourceFile(file);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  return module === undefined ? [] : checker.getExportsOfModule(module);
}

function isDocumented(symbol: ts.Symbol): boolean {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return ts.displayPartsToString(target.getDocumentationComment(checker)).trim().length > 10;
}

describe('the public surface of core', () => {
  it.each(files)('is documented, export by export (%#)', (file) => {
    const symbols = exportsOf(file);
    expect(symbols.length).toBeGreaterThan(0);
    expect(symbols.filter((symbol) => !isDocumented(symbol)).map((symbol) => symbol.name)).toEqual([]);
  });
});
