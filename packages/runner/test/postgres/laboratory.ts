import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import pg from 'pg';
import { kill, processesOf, until } from './processes.js';

const builtModule = join(import.meta.dirname, '../../dist/postgres/index.js');
const program = join(import.meta.dirname, 'user.mjs');

/** What a user process says. */
export interface Message {
  readonly url?: string;
  readonly done?: string;
  readonly error?: string;
  readonly message?: string;
}

/** A process of its own that uses the folder. */
export interface User {
  readonly child: ChildProcess;
  /** Resolves when opening has succeeded or failed. */
  opened(): Promise<Message>;
  close(): Promise<Message>;
  /** kill -9, and waits for the end. */
  kill(): Promise<void>;
}

/** A folder for one test, everything that was started in it, and the means to end all of it. */
export class Laboratory {
  /** Mode 0700: as root, only root can enter it. */
  readonly directory = realpathSync(mkdtempSync(join(tmpdir(), 'embedded-postgres-test-')));
  readonly folder = join(this.directory, 'postgres');
  private readonly children: ChildProcess[] = [];

  startUser(module: string = builtModule): User {
    const child = spawn(process.execPath, [program, module, this.folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    this.children.push(child);
    return conversation(child);
  }

  /** Starts a user and returns it with its connection string once it is open. */
  async openUser(): Promise<{ user: User; url: string }> {
    const user = this.startUser();
    const { url, message } = await user.opened();
    if (url === undefined) throw new Error(`The user could not open: ${message ?? 'it ended'}`);
    return { user, url };
  }

  /** Server, server children, watchdog and initdb of this folder. */
  processes(): number[] {
    return processesOf(this.folder).map(({ pid }) => pid);
  }

  postmaster(): number {
    return Number(readFileSync(join(this.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  watchdog(): number {
    return Number(/^\d+/.exec(readdirSync(join(this.folder, 'watchdogs'))[0] ?? '')?.[0]);
  }

  /** Waits until neither a process nor a temporary directory of the folder is left. */
  async untilNothingIsLeft(temporaryDirectory: string): Promise<void> {
    await until('every process has ended', () => this.processes().length === 0);
    await until(
      'the temporary directory is removed',
      () => !temporaryDirectories().includes(temporaryDirectory),
    );
  }

  /** The temporary directory in use, by its own name. */
  temporaryDirectory(): string {
    return readFileSync(join(this.folder, 'temporary-directory'), 'utf8').split('/').at(-1) ?? '';
  }

  /** Ends everything, however the test went. */
  async dispose(): Promise<void> {
    const names = temporaryDirectories().filter((name) => this.owns(name));
    for (const child of this.children) child.kill('SIGKILL');
    await until('all is killed', () => {
      const left = this.processes();
      left.forEach(kill);
      return left.length === 0;
    });
    for (const name of names) rmSync(join(realpathSync(tmpdir()), name), { recursive: true, force: true });
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  private owns(name: string): boolean {
    try {
      return this.temporaryDirectory() === name;
    } catch {
      return false;
    }
  }
}

/** The temporary directories of all embedded servers on this machine. */
export function temporaryDirectories(): string[] {
  return readdirSync(realpathSync(tmpdir())).filter((name) => name.startsWith('dsr-postgres-'));
}

/** Runs one statement and returns the first column of its rows. */
export async function column(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' });
    return rows.map((row) => row[0]);
  } finally {
    await client.end();
  }
}

function conversation(child: ChildProcess): User {
  const lines = createInterface({ input: child.stdout! });
  const opening = answer(lines, (message) => 'url' in message || 'error' in message);
  return {
    child,
    opened: () => opening,
    close: async () => {
      const closed = answer(lines, (message) => message.done === 'close' || 'error' in message);
      child.stdin!.write('close\n');
      return await closed;
    },
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The first message that fits; an empty one when the process ends without it. */
function answer(lines: Interface, fits: (message: Message) => boolean): Promise<Message> {
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      const message: unknown = JSON.parse(line);
      if (typeof message === 'object' && message !== null && fits(message)) resolve(message);
    });
    lines.once('close', () => {
      resolve({});
    });
  });
}
