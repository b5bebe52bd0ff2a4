import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '../../src/postgres/index.js';
import { install, libraries } from './installations.js';
import { column, Laboratory } from './laboratory.js';
import { processesOf } from './processes.js';

const isRoot = process.getuid?.() === 0;

describe('an installation of the embedded PostgreSQL', () => {
  let laboratory: Laboratory;
  beforeEach(() => {
    laboratory = new Laboratory();
  });
  afterEach(() => laboratory.dispose());

  /** The program that runs as the server, taken from its command line. */
  const serverProgram = () =>
    processesOf(laboratory.folder)
      .find(({ pid }) => pid === laboratory.postmaster())
      ?.command.split(' ')[0];

  it('serves data in a folder that only its owner can enter, as root under another account', async () => {
    expect(statSync(laboratory.directory).mode & 0o777).toBe(0o700);
    const { user, url } = await laboratory.openUser();
    const [owner] = await column(url, `select setting from pg_settings where name = 'data_directory'`);
    expect(owner).toBe(isRoot ? '/proc/self/fd/3' : join(laboratory.folder, 'data'));
    expect(statSync(join(laboratory.folder, 'data')).uid).toBe(isRoot ? 65534 : process.getuid?.());
    await user.close();
  });

  it('below a directory that only root can enter runs from a copy, which goes when the server stops', async () => {
    const module = install(laboratory.directory, { withBinaries: true });
    const user = laboratory.startUser(module);
    const { url } = await user.opened();
    expect(await column(url!, 'select 1')).toEqual([1]);
    const temporary = laboratory.temporaryDirectory();
    const expected = isRoot
      ? join(temporary, 'runtime', 'bin', 'postgres')
      : join('native', 'bin', 'postgres');
    expect(serverProgram()).toMatch(new RegExp(`${expected}$`));
    await user.close();
    await laboratory.untilNothingIsLeft(temporary);
  });

  it('cleans the copy up after kill -9 of the only user', async () => {
    const module = install(laboratory.directory, { withBinaries: true });
    const user = laboratory.startUser(module);
    await user.opened();
    const temporary = laboratory.temporaryDirectory();
    expect(existsSync(join(tmpdir(), temporary, 'runtime'))).toBe(isRoot);
    await user.kill();
    await laboratory.untilNothingIsLeft(temporary);
  });

  it('made without install scripts gets its links between libraries at the first start', async () => {
    const module = install(laboratory.directory, { withBinaries: true });
    const directory = libraries(laboratory.directory);
    const links = readdirSync(directory).filter((name) => lstatSync(join(directory, name)).isSymbolicLink());
    for (const link of links) rmSync(join(directory, link));
    const user = laboratory.startUser(module);
    expect(await user.opened()).toHaveProperty('url');
    await user.close();
  });

  it('without binaries falls back to a PostgreSQL of the system, or says what to do', async () => {
    const module = install(laboratory.directory, { withBinaries: false });
    const user = laboratory.startUser(module);
    const opened = await user.opened();
    const system = '/usr/lib/postgresql';
    const majors = existsSync(system) ? readdirSync(system).filter((major) => Number(major) >= 14) : [];
    const hasSystem = majors.some((major) => existsSync(join(system, major, 'bin', 'initdb')));
    if (hasSystem) {
      expect(await column(opened.url!, 'select 1')).toEqual([1]);
      await user.close();
    } else {
      expect(opened).toMatchObject({
        error: 'EmbeddedPostgresError',
        message: expect.stringContaining('DATABASE_URL'),
      });
    }
    expect(laboratory.processes()).toEqual([]);
  });
});

describe('a folder that cannot be used', () => {
  let laboratory: Laboratory;
  beforeEach(() => {
    laboratory = new Laboratory();
  });
  afterEach(() => laboratory.dispose());

  const expectRefusal = async (part: string) => {
    const opened = await laboratory.startUser().opened();
    expect(opened).toMatchObject({ error: 'EmbeddedPostgresError', message: expect.stringContaining(part) });
    expect(opened.message).not.toContain(laboratory.directory);
    expect(laboratory.processes()).toEqual([]);
  };

  const initialise = async () => {
    const { user } = await laboratory.openUser();
    await user.close();
  };

  it('for its data of another major version is named with both versions', async () => {
    await initialise();
    writeFileSync(join(laboratory.folder, 'data', 'PG_VERSION'), '9\n');
    await expectRefusal('belongs to PostgreSQL 9, but this installation brings 18');
  });

  it('for its missing version is called damaged', async () => {
    await initialise();
    rmSync(join(laboratory.folder, 'data', 'PG_VERSION'));
    await expectRefusal('restore it from a backup');
  });

  it.each([
    [
      'lost',
      (path: string) => {
        rmSync(path);
      },
    ],
    [
      'emptied',
      (path: string) => {
        writeFileSync(path, '');
      },
    ],
    [
      'changed',
      (path: string) => {
        writeFileSync(path, 'A'.repeat(43));
      },
    ],
  ])('for its %s password names the file', async (_, damage) => {
    await initialise();
    damage(join(laboratory.folder, 'password'));
    await expectRefusal('The file "password"');
  });

  it('for its damaged data points to the log', async () => {
    await initialise();
    rmSync(join(laboratory.folder, 'data', 'global'), { recursive: true });
    await expectRefusal('see postgres.log');
    expect(readFileSync(join(laboratory.folder, 'postgres.log'), 'utf8')).toContain('FATAL');
  });

  it('for being a file is called no folder', async () => {
    writeFileSync(laboratory.folder, '');
    await expectRefusal('is not a folder');
  });

  it('for its rights is called not writable', async () => {
    chmodSync(laboratory.directory, 0o500);
    // Root may write everywhere, so root lends its rights away for this.
    if (isRoot) process.seteuid?.(65534);
    try {
      const refusal = expect(openEmbeddedPostgres({ folder: laboratory.folder })).rejects;
      await refusal.toThrow('The data folder of the embedded PostgreSQL is not writable');
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(laboratory.directory, 0o700);
    }
  });
});
