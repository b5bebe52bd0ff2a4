import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from '../../src/postgres/binaries.js';
import { prepareRuntime, type Runtime } from '../../src/postgres/runtime.js';
import { serverAccount } from '../../src/postgres/server-account.js';

/** A real PostgreSQL of one test file. */
export interface TestDatabase {
  /** An empty database; the role is a superuser. */
  readonly url: string;
  /** Ends the server, in good order (`INT`) or at once as in a crash (`QUIT`), and starts it again. */
  restart(signal: 'INT' | 'QUIT'): Promise<void>;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a Unix socket in a temporary folder, without the waiting for the disk that production needs. The
 * server ends with the test process, however that ends.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'dsr-test-'));
  const runtime = makeRuntime(folder);
  await initialise(runtime, folder);
  const server = startServer(runtime, folder);
  const stop = async (): Promise<void> => {
    await ended(server);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const url = `postgresql://dsr@localhost:5432/postgres?host=${encodeURIComponent(folder)}&sslmode=disable`;
  const restart = async (signal: 'INT' | 'QUIT'): Promise<void> => {
    const before = await startOf(url);
    server.stdin?.write(`${signal}\n`);
    while ((await startOf(url)) === before) await sleep(20);
    if (!(await answersInTime(url))) throw new Error('The test database did not start again.');
  };
  if (await answersInTime(url)) return { url, restart, stop };
  await stop();
  throw new Error('The test database did not start.');
}

function makeRuntime(folder: string): Runtime {
  const account = serverAccount(join(folder, 'data'));
  if (account) chownSync(folder, account.uid, account.gid);
  const copies = join(folder, 'runtime');
  mkdirSync(copies, { mode: 0o755 });
  return prepareRuntime(findBinaries(), account, copies);
}

async function initialise({ bin, account }: Runtime, folder: string): Promise<void> {
  const parameters = ['-U', 'dsr', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const options = { cwd: '/', env: { LC_ALL: 'C' }, stdio: 'ignore', ...account } as const;
  const initdb = spawn(join(bin, 'initdb'), ['-D', join(folder, 'data'), ...parameters], options);
  const [code] = (await once(initdb, 'close')) as [number | null];
  if (code !== 0) throw new Error(`initdb ended with ${String(code)}.`);
}

const settings = ['listen_addresses=', 'fsync=off', 'full_page_writes=off', 'shared_buffers=32MB'].flatMap(
  (setting) => ['-c', setting],
);

/**
 * Its input closes with the test process, a kill -9 included; only a process of its own can still clean up then. A line of input
 * is the signal by which the server is to be ended and started again.
 */
const untilInputEnds = `
  start() { "$@" & server=$!; }
  end() { kill -$1 $server; wait $server; }
  start "$@"
  while read -r signal; do end "$signal"; start "$@"; done
  end QUIT
  rm -rf "$0"`;

function startServer({ bin, account }: Runtime, folder: string): ChildProcess {
  const command = [join(bin, 'postgres'), '-D', join(folder, 'data'), '-k', folder, ...settings];
  return spawn('/bin/sh', ['-c', untilInputEnds, folder, ...command], {
    cwd: '/',
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'ignore'],
    ...account,
  });
}

async function answersInTime(url: string): Promise<boolean> {
  const deadline = Date.now() + 30_000;
  while (!(await answers(url))) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

async function answers(url: string): Promise<boolean> {
  return (await startOf(url)) !== undefined;
}

/** When the server was started; undefined when it does not answer. */
async function startOf(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ start: string }>(
      'select pg_postmaster_start_time()::text as start',
    );
    return rows[0]?.start;
  } catch {
    return undefined;
  } finally {
    await client.end();
  }
}

async function ended(server: ChildProcess): Promise<void> {
  const end = once(server, 'exit');
  server.stdin?.end();
  await end;
}
