import { describe, expect, it } from '@jest/globals';
import { AuthError, ConfigError, MissingScopeError, TransientError } from '@privacy-connectors/core/errors';
import { ConfigurationError, DatabaseError, InputError, VaultError } from '../../src/errors/runner-error.js';
import { EmbeddedPostgresError } from '../../src/postgres/errors.js';
import { fakeApplication } from './fake-application.js';
import { run } from './run.js';
import { email, hostile } from './samples.js';

const known: readonly (readonly [Error, number, string])[] = [
  [new InputError('A.'), 2, 'input'],
  [new ConfigurationError('B.'), 2, 'configuration'],
  [new ConfigError('C.'), 2, 'configuration'],
  [new TransientError('D.'), 4, 'transient'],
  [new AuthError('E.'), 5, 'authentication'],
  [new MissingScopeError(['gdpr_write']), 5, 'missing_scope'],
  [new DatabaseError('F.'), 6, 'database'],
  [new EmbeddedPostgresError('G.'), 6, 'database'],
  [new VaultError('H.'), 7, 'vault'],
];

function failingWith(error: Error) {
  return fakeApplication({ requests: { list: () => Promise.reject(error) } });
}

describe('failures', () => {
  it.each(known)('%s is told in its own words', async (error, exitCode, code) => {
    const { application, calls } = failingWith(error);
    const text = await run(['request', 'list'], { application });
    expect(text).toMatchObject({ exitCode, stdout: '', stderr: `${error.message}\n` });
    const json = await run(['request', 'list', '--json'], { application });
    expect(json).toMatchObject({ exitCode, stdout: '' });
    expect(JSON.parse(json.stderr)).toEqual({ error: { code, message: error.message } });
    expect(calls.closed).toBe(2);
  });

  it('that are unknown are told by their kind alone', async () => {
    const error = Object.assign(new TypeError(`cannot read ${email}`), { code: 'ENOSPC' });
    const { application } = failingWith(error);
    const { exitCode, stderr } = await run(['request', 'list'], { application });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^Something unexpected went wrong \(TypeError ENOSPC\)\. [^\n]*DSR_DEBUG=1[^\n]*\n$/,
    );
    expect(stderr).not.toContain(email);
  });

  it('that carry a hostile name or no error at all are told safely', async () => {
    const named = failingWith(Object.assign(new Error('x'), { name: `${email} ${hostile}`, code: email }));
    // What a library throws need not be an error.
    const thrown = failingWith(email as unknown as Error);
    for (const { application } of [named, thrown]) {
      const { exitCode, stderr } = await run(['request', 'list', '--json'], { application });
      expect(exitCode).toBe(1);
      expect(stderr).toContain('(no error name)');
      expect(stderr).not.toContain(email);
    }
  });

  it('show their stack with DSR_DEBUG=1 only', async () => {
    const { application } = failingWith(new TypeError('details'));
    const { stderr } = await run(['request', 'list'], { application, environment: { DSR_DEBUG: '1' } });
    expect(stderr).toContain('TypeError: details\n    at ');
  });

  it('of opening are told', async () => {
    const openApplication = () => Promise.reject(new VaultError('The key file is not 0600.'));
    const { exitCode, stderr } = await run(['connection', 'list'], { openApplication });
    expect({ exitCode, stderr }).toEqual({ exitCode: 7, stderr: 'The key file is not 0600.\n' });
  });

  it('of closing do not hide the first failure', async () => {
    const close = () => Promise.reject(new DatabaseError('Gone.'));
    const list = () => Promise.reject(new InputError('First.'));
    const both = fakeApplication({ requests: { list }, close });
    expect((await run(['request', 'list'], { application: both.application })).stderr).toBe('First.\n');
    const one = fakeApplication({ close });
    expect((await run(['request', 'list'], { application: one.application })).exitCode).toBe(6);
  });
});

describe('a command line that cannot be understood', () => {
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [['request', 'acess'], "Unknown command 'acess'. Did you mean access?\n"],
    [['request', email], 'Unknown command. Add --help to see what is possible.\n'],
    [['request', 'list', '--jsno'], "Unknown option '--jsno'. Did you mean --json?\n"],
    [
      ['request', 'list', `--emial=${email}`],
      "Unknown option '--emial'. Add --help to see what is possible.\n",
    ],
    [
      ['request', 'access', '--email', email, email],
      "Too many arguments for 'access'. Expected 0 arguments but got 1. Add --help to see what is possible.\n",
    ],
    [
      ['request', 'access', '--email'],
      "Option '--email <address>' argument missing. Add --help to see what is possible.\n",
    ],
    [['request', 'show'], "Missing required argument 'id'. Add --help to see what is possible.\n"],
  ];

  it.each(wrong)('%j is refused without repeating values', async (args, stderr) => {
    expect(await run(args)).toEqual({ exitCode: 2, stdout: '', stderr, opened: 0 });
  });

  it.each([[[]], [['request']]])('%j shows help on stderr', async (args: string[]) => {
    const { exitCode, stdout, stderr } = await run(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: dsr /);
  });

  it('is one JSON line with --json', async () => {
    const { exitCode, stdout, stderr } = await run(['request', '--json']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'input' } });
  });
});
