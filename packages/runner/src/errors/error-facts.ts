/** What may be told about any error: its kind, never its message, which might carry personal data. */
export interface ErrorFacts {
  readonly name: string;
  /** A code of ours or of the system, e.g. `database` or `ECONNREFUSED`. */
  readonly code?: string;
  readonly sqlState?: string;
  /** Where it was thrown: files and lines of code, the innermost first. */
  readonly at?: readonly string[];
}

const unnamed = 'no error name';
const longestTrace = 5;

/** The facts of an error, or of anything else that was thrown. */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { name: unnamed };
  const at = traceOf(error);
  return {
    name: matching(error.name, /^[A-Za-z]\w{0,60}$/) ?? unnamed,
    ...present('code', 'code' in error ? matching(error.code, /^[A-Za-z][A-Za-z0-9_]{0,60}$/) : undefined),
    ...present('sqlState', 'sqlState' in error ? matching(error.sqlState, /^[0-9A-Z]{5}$/) : undefined),
    ...(at.length > 0 ? { at } : {}),
  };
}

function present(field: string, value: string | undefined): { readonly [field: string]: string } {
  return value === undefined ? {} : { [field]: value };
}

function matching(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

/** Only what follows the message: a message may have lines that look like places. */
function traceOf({ name, message, stack = '' }: Error): readonly string[] {
  const opening = message === '' ? name : message;
  const start = stack.indexOf(opening);
  if (start < 0) return [];
  const lines = stack.slice(start + opening.length).split('\n');
  return lines.flatMap((line) => placeIn(line) ?? []).slice(0, longestTrace);
}

/** `src/tasks/task-advancer.js:12:5`, from the last folder of code on. */
function placeIn(line: string): string | undefined {
  return /^ {4}at .*?[/(]((?:dist|src|node_modules)\/[\w@./-]+:\d+:\d+)\)?$/.exec(line)?.[1];
}
