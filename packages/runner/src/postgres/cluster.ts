import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './errors.js';
import type { FolderLayout } from './folder-layout.js';
import { writePassword } from './password.js';
import { exitCode, programMajor, startProgram } from './program.js';
import type { Runtime } from './runtime.js';
import { withLog } from './server-log.js';

const unfinishedPrefix = 'initialising-';

/** The database role that owns everything. */
export const role = 'dsr';

/** The role that serves and works; what it may do is granted by the owner. */
export const applicationRole = 'dsr_app';

/**
 * Creates the data directory if there is none: under another name, and renamed when complete, so that an interrupted
 * initialisation counts for nothing. Call under the folder lock.
 *
 * @throws EmbeddedPostgresError when it cannot be created, is incomplete, or belongs to another major version.
 */
export async function ensureCluster(layout: FolderLayout, runtime: Runtime): Promise<void> {
  await (existsSync(layout.data) ? checkVersion(layout, runtime) : createCluster(layout, runtime));
}

async function createCluster(layout: FolderLayout, runtime: Runtime): Promise<void> {
  removeUnfinished(layout);
  const unfinished = join(layout.root, unfinishedPrefix + randomBytes(6).toString('hex'));
  const password = `${unfinished}.password`;
  makeOwned(unfinished, runtime);
  writePassword(password, runtime.account);
  await initialise(layout, runtime, unfinished, password);
  adopt(layout, unfinished, password);
}

async function initialise(
  layout: FolderLayout,
  runtime: Runtime,
  directory: string,
  password: string,
): Promise<void> {
  const parameters = [
    ...['-U', role],
    ...[
      '--auth=scram-sha-256',
      '--pwfile=/dev/stdin',
      '--encoding=UTF8',
      '--locale=C',
      '--data-checksums',
      '--no-instructions',
    ],
  ];
  const input = openSync(password, 'r');
  try {
    const code = await withLog(layout, (log) =>
      exitCode(
        startProgram(runtime, 'initdb', parameters, {
          dataDirectory: directory,
          input,
          log,
          detached: false,
        }),
      ),
    );
    if (code === 0) return;
    removeUnfinished(layout);
    throw new EmbeddedPostgresError(notInitialised);
  } finally {
    closeSync(input);
  }
}

const notInitialised =
  'The embedded PostgreSQL could not create its database: see postgres.log in its data folder (often a full disk), or set DATABASE_URL to another PostgreSQL.';

/** The password goes first: a password without data is overwritten by the next attempt, data without a password is lost. */
function adopt(layout: FolderLayout, directory: string, password: string): void {
  if (process.getuid?.() === 0) chownSync(password, 0, 0);
  renameSync(password, layout.password);
  renameSync(directory, layout.data);
  const folder = openSync(layout.root, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function makeOwned(directory: string, { account }: Runtime): void {
  mkdirSync(directory);
  chmodSync(directory, 0o700);
  if (account) chownSync(directory, account.uid, account.gid);
}

/** An initialisation whose parent was killed may still be writing for a moment. */
function removeUnfinished(layout: FolderLayout): void {
  for (const name of readdirSync(layout.root).filter((entry) => entry.startsWith(unfinishedPrefix))) {
    rmSync(join(layout.root, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

async function checkVersion(layout: FolderLayout, runtime: Runtime): Promise<void> {
  const marker = join(layout.data, 'PG_VERSION');
  if (!existsSync(marker)) throw new EmbeddedPostgresError(incomplete);
  const [data, program] = [readFileSync(marker, 'utf8').trim(), await programMajor(runtime)];
  if (data === program) return;
  throw new EmbeddedPostgresError(
    `The data folder of the embedded PostgreSQL belongs to PostgreSQL ${data}, but this installation brings ${program}: dump it with version ${data} and load it into a new folder, or set DATABASE_URL to a PostgreSQL ${data} that serves it.`,
  );
}

const incomplete =
  'The data folder of the embedded PostgreSQL is damaged (no PG_VERSION): restore it from a backup, or remove the whole folder to start with an empty database.';
