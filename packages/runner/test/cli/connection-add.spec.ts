import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewCredentials } from '../../src/application/connections.js';
import { fakeApplication } from './fake-application.js';
import { run, type Surroundings } from './run.js';
import { connectionTest, token } from './samples.js';

const add = ['connection', 'add', 'drift', '--name', 'support'];
const app = ['--client-id', 'my-app', '--client-secret-env', 'SECRET'];
const environment = { TOKEN: token, SECRET: token, EMPTY: ' \n', LINES: `${token}\nmore` };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dsr-cli-'));
  await writeFile(join(folder, 'token.txt'), `${token}\r\n`);
});
afterAll(() => rm(folder, { recursive: true }));

async function addWith(options: readonly string[], surroundings: Surroundings = {}) {
  const { application, calls } = fakeApplication();
  const ran = await run([...add, ...options], { application, environment, ...surroundings });
  return { ...ran, calls };
}

function tokenOf(credentials: NewCredentials | undefined): string {
  return credentials?.kind === 'static_token' ? credentials.token.reveal() : 'no token';
}

describe('dsr connection add with a token', () => {
  it('takes it from the environment, with the settings', async () => {
    const settings = ['--set', 'baseUrl=http://127.0.0.1:1/?a=b', '--set', 'empty='];
    const { exitCode, stdout, calls } = await addWith(['--token-env', 'TOKEN', ...settings]);
    expect(exitCode).toBe(0);
    expect(calls.connections).toMatchObject([
      { connector: 'drift', name: 'support', settings: { baseUrl: 'http://127.0.0.1:1/?a=b', empty: '' } },
    ]);
    expect(tokenOf(calls.connections[0]?.credentials)).toBe(token);
    expect(stdout).toContain('Connection support is added.');
    expect(calls.closed).toBe(1);
  });

  it('takes it from a file and from stdin, without the line break', async () => {
    const fromFile = await addWith(['--token-file', join(folder, 'token.txt')]);
    expect(tokenOf(fromFile.calls.connections[0]?.credentials)).toBe(token);
    const fromStdin = await addWith(['--token-stdin'], { stdin: `${token}\n` });
    expect(tokenOf(fromStdin.calls.connections[0]?.credentials)).toBe(token);
  });

  it('prints the test as JSON', async () => {
    const { stdout } = await addWith(['--token-env', 'TOKEN', '--json']);
    expect(JSON.parse(stdout)).toEqual({ ...connectionTest, renewed: false, manualSteps: [] });
  });
});

describe('dsr connection add for a connection that exists', () => {
  it('tells how the credentials it had before are ended', async () => {
    const { application } = fakeApplication({
      connections: {
        add: () =>
          Promise.resolve({ ...connectionTest, renewed: true, manualSteps: ['Delete the old key there.'] }),
      },
    });
    const { stdout } = await addWith(['--token-env', 'TOKEN'], { application });
    expect(stdout).toContain('is authorised again.');
    expect(stdout).toMatch(/had before are not kept, and may be valid[^]*1\. Delete the old key there\./);
  });
});

describe('dsr connection add with an OAuth app', () => {
  const url = `https://vendor.example/authorize?client_id=my-app&state=${'s'.repeat(90)}`;
  const { application } = fakeApplication({
    connections: {
      add: ({ credentials }) => {
        if (credentials.kind === 'authorization_code') credentials.onAuthorizationUrl(url);
        return Promise.resolve({ ...connectionTest, renewed: false, manualSteps: [] });
      },
    },
  });

  it('hands over id, secret and port', async () => {
    const { exitCode, calls } = await addWith([...app, '--callback-port', '8976']);
    expect(exitCode).toBe(0);
    const credentials = calls.connections[0]?.credentials;
    expect(credentials).toMatchObject({ kind: 'authorization_code', clientId: 'my-app', callbackPort: 8976 });
    expect(credentials?.kind === 'authorization_code' && credentials.clientSecret.reveal()).toBe(token);
  });

  it('lets the system pick the port by default', async () => {
    const { calls } = await addWith(app);
    expect(calls.connections[0]?.credentials).toMatchObject({ callbackPort: 0 });
  });

  it('prints the authorisation URL in one piece', async () => {
    const { stdout } = await addWith(app, { application });
    expect(stdout.split('\n')).toContain(url);
  });

  it('prints the authorisation URL as the first JSON line and the document as the last', async () => {
    const { stdout } = await addWith([...app, '--json'], { application });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toEqual([
      { authorizationUrl: url },
      { ...connectionTest, renewed: false, manualSteps: [] },
    ]);
  });
});

describe('dsr connection add refuses', () => {
  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no credentials', [], /Give either a token/],
    ['both kinds', ['--token-env', 'TOKEN', ...app], /not both/],
    ['two ways to the token', ['--token-env', 'TOKEN', '--token-stdin'], /only one of --token-env/],
    ['a secret without its client id', ['--client-secret-env', 'SECRET'], /--client-id/],
    ['an empty client id', ['--client-id', ' ', '--client-secret-env', 'SECRET'], /--client-id/],
    ['a client id without its secret', ['--client-id', 'my-app'], /--client-secret-env/],
    ['a port with a token', ['--token-env', 'TOKEN', '--callback-port', '1'], /not both/],
    ['a port out of range', [...app, '--callback-port', '65536'], /--callback-port needs a port number/],
    ['a port that is no number', [...app, '--callback-port', '1e3'], /--callback-port needs a port number/],
    ['a missing variable', ['--token-env', token], /--token-env is not set.*not its value/],
    ['an empty variable', ['--token-env', 'EMPTY'], /--token-env leads to an empty value/],
    ['a secret of several lines', ['--token-env', 'LINES'], /--token-env leads to more than one line/],
    ['an unreadable file', ['--token-file', `/nowhere/${token}`], /--token-file cannot be read/],
    ['stdin at a terminal', ['--token-stdin'], /--token-stdin needs the secret piped in/],
    ['a setting without a value', ['--token-env', 'TOKEN', '--set', token], /--set key=value/],
    ['a setting without a name', ['--token-env', 'TOKEN', '--set', `=${token}`], /--set key=value/],
    [
      'a setting twice',
      ['--token-env', 'TOKEN', '--set', `a=${token}`, '--set', 'a=2'],
      /--set gives a more than once/,
    ],
    ['a secret as an option', [`--token=${token}`], /Unknown option '--token'/],
    ['a secret as an argument', ['--token-env', 'TOKEN', token], /Too many arguments/],
  ];

  it.each(wrong)(
    '%s, before anything is opened and without repeating a secret',
    async (_, options, message) => {
      const { exitCode, stdout, stderr, opened } = await addWith(options);
      expect({ exitCode, stdout, opened }).toEqual({ exitCode: 2, stdout: '', opened: 0 });
      expect(stderr).toMatch(message);
      expect(stderr).not.toContain(token);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    },
  );

  it.each(wrong)('%s, as one JSON line', async (_, options) => {
    const { exitCode, stdout, stderr } = await addWith(['--json', ...options]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(JSON.parse(stderr)).toEqual({ error: { code: 'input', message: expect.any(String) } });
    expect(stderr).not.toContain(token);
  });
});
