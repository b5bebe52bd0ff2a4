import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lazyOpeners } from '../../src/cli/openers.js';
import { run } from '../cli/run.js';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.js';
import { answering, problem } from './answering.js';

const key = 'dsr_0123456789abcdef_canary-of-the-key';
const list = ['request', 'list'];

let folder: TemporaryFolder;
let home: string;

beforeAll(() => {
  folder = temporaryFolder();
  home = join(folder.path, 'home');
});
afterAll(() => {
  // Nothing of this host was opened by any of the commands.
  const made = existsSync(home);
  folder.remove();
  expect(made).toBe(false);
});

/** Runs a command against that service; it must fail with one sentence and without the key. */
async function fail(environment: Readonly<Record<string, string>>, args: readonly string[] = list) {
  const surroundings = { DSR_HOME: home, DSR_API_KEY: key, ...environment };
  const ran = await run(args, { openers: lazyOpeners, environment: surroundings });
  expect(ran.stdout).toBe('');
  expect(ran.stderr).not.toContain('canary');
  return { exitCode: ran.exitCode, message: ran.stderr.trimEnd() };
}

describe('a service that cannot be used', () => {
  it('is told when nobody answers', async () => {
    const gone = await answering(
      () => undefined,
      (url) => Promise.resolve(url),
    );
    const { exitCode, message } = await fail({ DSR_URL: gone });
    expect({ exitCode, message }).toEqual({
      exitCode: 8,
      message: expect.stringMatching(/does not answer \(ECONNREFUSED\)/),
    });
  });

  it.each<[string, number, string, RegExp]>([
    ['a key that it refuses', 401, 'not_authenticated', /refuses the key of DSR_API_KEY.*dsr keys create/],
    ['a call that it does not know', 404, 'no_route', /another version/],
    ['a call that it knows otherwise', 405, 'wrong_method', /another version/],
    ['too many calls', 413, 'too_large', /Some detail/],
  ])('is told for %s', async (_, status, code, sentence) => {
    const { exitCode, message } = await answering(problem(status, code), (url) => fail({ DSR_URL: url }));
    expect({ exitCode, message }).toEqual({ exitCode: 8, message: expect.stringMatching(sentence) });
  });

  it('is told when it is none', async () => {
    const page = await answering(
      (_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>It works</h1>'),
      (url) => fail({ DSR_URL: url }),
    );
    expect(page).toEqual({ exitCode: 8, message: expect.stringMatching(/not one of the service/) });
  });

  it('is told as JSON, too', async () => {
    const { message } = await answering(problem(401, 'not_authenticated'), (url) =>
      fail({ DSR_URL: url }, [...list, '--json']),
    );
    expect(JSON.parse(message)).toMatchObject({ error: { code: 'service' } });
  });
});

describe('a failure of the service', () => {
  it.each<[string, number, number]>([
    ['input', 422, 2],
    ['not_allowed', 403, 2],
    ['configuration', 422, 2],
    ['transient', 500, 4],
    ['throttled', 500, 4],
    ['authentication', 422, 5],
    ['missing_scope', 422, 5],
    ['database', 500, 6],
    ['vault', 500, 7],
    ['engine', 500, 1],
    ['unexpected', 500, 1],
  ])('%s is told like one of this host', async (code, status, exitCode) => {
    const failed = await answering(problem(status, code, 'Mend it.'), (url) => fail({ DSR_URL: url }));
    expect(failed).toEqual({ exitCode, message: 'Mend it.' });
    const told = await answering(problem(status, code, 'Mend it.'), (url) =>
      fail({ DSR_URL: url }, [...list, '--json']),
    );
    expect(JSON.parse(told.message)).toEqual({ error: { code, message: 'Mend it.' } });
  });

  it('names every field that it refuses', async () => {
    const errors = [
      { field: 'name', message: 'name is wrong' },
      { field: 'x', message: 'x is unknown' },
    ];
    const failed = await answering(problem(400, 'input', 'A field is wrong.', { errors }), (url) =>
      fail({ DSR_URL: url }),
    );
    expect(failed).toEqual({
      exitCode: 2,
      message: 'The service refuses the input: name is wrong; x is unknown.',
    });
  });
});

describe('a wrong environment', () => {
  const DSR_URL = 'https://dsr.example.com';
  it.each<[string, Record<string, string>, RegExp]>([
    ['no key', { DSR_URL, DSR_API_KEY: '' }, /DSR_API_KEY or DSR_API_KEY_FILE/],
    ['two keys', { DSR_URL, DSR_API_KEY_FILE: '/nowhere' }, /not both/],
    [
      'a key file that is not there',
      { DSR_URL, DSR_API_KEY: '', DSR_API_KEY_FILE: '/nowhere' },
      /DSR_API_KEY_FILE names a file/,
    ],
    ['a key of two lines', { DSR_URL, DSR_API_KEY: `${key}\n${key}` }, /API key must be one line/],
    ['what is no URL', { DSR_URL: 'dsr.example.com' }, /must look like https/],
    ['plain http elsewhere', { DSR_URL: 'http://dsr.example.com' }, /must use https/],
  ])('is told with %s', async (_, environment, sentence) => {
    const { exitCode, message } = await fail(environment);
    expect({ exitCode, message }).toEqual({ exitCode: 2, message: expect.stringMatching(sentence) });
  });

  it('may name a file with the key', async () => {
    const file = join(folder.path, 'key');
    writeFileSync(file, `${key}\n`);
    const presented: (string | undefined)[] = [];
    const { exitCode } = await answering(
      (request, response) => {
        presented.push(request.headers.authorization);
        problem(401, 'not_authenticated')(request, response);
      },
      (url) => fail({ DSR_URL: url, DSR_API_KEY: '', DSR_API_KEY_FILE: file }),
    );
    expect({ exitCode, presented }).toEqual({ exitCode: 8, presented: [`Bearer ${key}`] });
  });
});

describe('what is asked for in vain', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['a mistyped id', ['request', 'show', 'grace.hopper@example.com'], /no request with this id/],
    ['a mistyped name', ['connection', 'test', 'a b'], /There is no connection a b/],
    [
      'a mistyped connection',
      ['request', 'access', '--email', 'a@example.org', '--connection', 'a b'],
      /There is no connection a b/,
    ],
    ['a mistyped plan', ['request', 'approve', '3f2a91c0', '--plan', 'x'], /no plan hash/],
    [
      'a name that is none',
      ['connection', 'add', 'drift', '--name', 'a b', '--token-env', 'DSR_API_KEY'],
      /name has 1 to 63/,
    ],
    ['a worker', ['worker', '--until-idle'], /on the host of the service only.*DSR_URL/],
    ['another service', ['serve'], /on the host of the service only.*DSR_URL/],
  ])('is refused before the service is asked: %s', async (_, args, sentence) => {
    let calls = 0;
    const { exitCode, message } = await answering(
      () => {
        calls += 1;
      },
      (url) => fail({ DSR_URL: url }, args),
    );
    expect({ exitCode, message, calls }).toEqual({
      exitCode: 2,
      message: expect.stringMatching(sentence),
      calls: 0,
    });
  });
});
