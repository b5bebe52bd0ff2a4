import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createGzip } from 'node:zlib';
import type { PublishedPackage } from './published-package.js';

/** The packages that are installed in a workspace, as a registry would offer them. */
export function installedPackages(root: string): readonly PublishedPackage[] {
  const lock = readJson(join(root, 'node_modules/.package-lock.json')) as {
    packages: Record<string, object>;
  };
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !('link' in entry))
    .map(([path]) => installedPackage(join(root, path)));
}

function installedPackage(folder: string): PublishedPackage {
  const packageJson = readJson(join(folder, 'package.json')) as { name: string; version: string };
  const { name, version } = packageJson;
  return { name, version, packageJson, open: () => archive(folder) };
}

/** What is installed below the package is offered by itself. */
function archive(folder: string) {
  const parameters = ['-c', '--exclude', 'node_modules', '-f', '-', '-C', dirname(folder), basename(folder)];
  const tar = spawn('tar', parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  return tar.stdout.pipe(createGzip({ level: 1 }));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
