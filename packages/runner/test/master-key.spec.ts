import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfiguration } from '../src/config/configuration.js';
import { createKeyFile } from '../src/config/key-file.js';
import { loadMasterKey } from '../src/config/master-key.js';
import type { Environment } from '../src/config/resolve-home.js';
import { ConfigurationError, VaultError } from '../src/errors/runner-error.js';
import { temporaryFolder, type TemporaryFolder } from './support/temporary-folder.js';

let folder: TemporaryFolder;
let file: string;

const firstUse = () => Promise.resolve(true);
const laterUse = () => Promise.resolve(false);

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'master.key');
});

afterEach(() => {
  folder.remove();
});

describe('DSR_MASTER_KEY', () => {
  const bytes = randomBytes(32);

  it.each(['base64', 'hex'] as const)('is taken as %s, and no file is made', async (encoding) => {
    const { masterKey } = loadConfiguration({
      DSR_HOME: folder.path,
      DSR_MASTER_KEY: bytes.toString(encoding),
    });
    const key = await loadMasterKey(masterKey, folder.path, firstUse);
    expect(key.reveal()).toEqual(bytes);
    expect(inspect(key)).not.toContain(bytes.toString('hex').slice(0, 4));
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it.each([
    ['too short', randomBytes(31).toString('base64')],
    ['too long', randomBytes(33).toString('base64')],
    ['too short in hex', randomBytes(31).toString('hex')],
    ['no encoding at all', 'canary canary canary canary canary canary !!'],
  ])('is refused when it is %s, and its value not repeated', (_, value) => {
    const error = refusalOf({ DSR_HOME: folder.path, DSR_MASTER_KEY: value });
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toContain('must be 32 bytes');
    expect(inspect(error)).not.toContain(value);
  });
});

function refusalOf(environment: Environment): unknown {
  try {
    return loadConfiguration(environment);
  } catch (error) {
    return error;
  }
}

describe('master.key', () => {
  it('is generated on the first use for its owner alone, and is the key from then on', async () => {
    const made = await loadMasterKey(undefined, folder.path, firstUse);
    expect(made.reveal()).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder.path)).toEqual(['master.key']);
    expect((await loadMasterKey(undefined, folder.path, laterUse)).reveal()).toEqual(made.reveal());
  });

  it('is one for all who come first at the same time', async () => {
    const keys = await Promise.all(
      Array.from({ length: 20 }, () => loadMasterKey(undefined, folder.path, firstUse)),
    );
    expect(new Set(keys.map((key) => key.reveal().toString('hex'))).size).toBe(1);
    expect(readdirSync(folder.path)).toEqual(['master.key']);
  });

  it('is never replaced', async () => {
    await createKeyFile(file);
    const before = readFileSync(file);
    await createKeyFile(file);
    expect(readFileSync(file)).toEqual(before);
  });

  it('is not made anew when data was sealed already', async () => {
    await expect(loadMasterKey(undefined, folder.path, laterUse)).rejects.toThrow(VaultError);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('is found when another process made it and sealed data in the meantime', async () => {
    const key = await loadMasterKey(undefined, folder.path, async () => {
      await createKeyFile(file);
      return false;
    });
    expect(key.reveal()).toHaveLength(32);
  });

  it.each(['', 'garbage', randomBytes(31).toString('base64'), 'x'.repeat(5000)])(
    'is refused when corrupt, and left alone (%#)',
    async (content) => {
      writeFileSync(file, content, { mode: 0o600 });
      await expect(loadMasterKey(undefined, folder.path, firstUse)).rejects.toThrow(
        /corrupt: restore it from your backup/,
      );
      expect(readFileSync(file, 'utf8')).toBe(content);
    },
  );

  it.each([0o640, 0o604, 0o620])('is refused with mode %o', async (mode) => {
    await createKeyFile(file);
    chmodSync(file, mode);
    await expect(loadMasterKey(undefined, folder.path, firstUse)).rejects.toThrow(/chmod 600/);
  });

  it('is refused when it is a folder', async () => {
    mkdirSync(file);
    await expect(loadMasterKey(undefined, folder.path, firstUse)).rejects.toThrow(ConfigurationError);
  });

  it('cannot be made in a folder that does not exist', async () => {
    await expect(loadMasterKey(undefined, join(folder.path, 'none'), firstUse)).rejects.toThrow(
      /cannot be written/,
    );
  });
});
