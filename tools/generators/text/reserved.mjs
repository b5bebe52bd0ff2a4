import ts from 'typescript';

/** Whether a word cannot name a variable of a module. */
export function isReserved(word) {
  const { FirstReservedWord, LastFutureReservedWord } = ts.SyntaxKind;
  const kind = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, word).scan();
  return kind >= FirstReservedWord && kind <= LastFutureReservedWord;
}
