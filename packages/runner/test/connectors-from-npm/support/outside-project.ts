import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { runNpm } from './run-npm.js';

/** The registry offers what is installed here, so versions are to be held back where ours are. */
const workspace = new URL('../../../../../package.json', import.meta.url);
const { overrides: offered } = JSON.parse(readFileSync(workspace, 'utf8')) as { readonly overrides: object };

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of somebody who has nothing of this repository but what npm installs, with an own cache of npm. */
export class OutsideProject {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'dsr-outside-')));
  readonly home = join(this.folder, 'data');
  readonly #registry: string;

  constructor(registry: string) {
    this.#registry = registry;
    mkdirSync(this.home);
    writeFileSync(
      join(this.folder, 'package.json'),
      JSON.stringify({ private: true, type: 'module', overrides: offered }),
    );
  }

  /** Installs packages by name, or those of the package.json without any. */
  async install(...names: string[]): Promise<void> {
    await this.npm('install', '--omit=optional', ...names);
  }

  npm(...parameters: string[]): Promise<string> {
    const own = ['--registry', this.#registry, '--cache', join(this.folder, '.npm')];
    return runNpm([...parameters, ...own], this.folder, this.folder);
  }

  /** What npm has installed, by path. */
  lock(): { readonly packages: Readonly<Record<string, { readonly version: string }>> } {
    return JSON.parse(readFileSync(join(this.folder, 'package-lock.json'), 'utf8')) as ReturnType<
      this['lock']
    >;
  }

  /** Names the connectors in the configuration. */
  configure(...connectors: string[]): void {
    writeFileSync(join(this.home, 'config.json'), JSON.stringify({ connectors }));
  }

  /** Installs a copy of an installed package under another name, with one text of a file replaced by another. */
  fork(name: string, as: string, file: string, [before, after]: readonly [string, string]): void {
    const copy = join(this.folder, 'node_modules', as);
    cpSync(join(this.folder, 'node_modules', name), copy, { recursive: true });
    const code = readFileSync(join(copy, file), 'utf8');
    if (!code.includes(before)) throw new Error(`${file} of ${name} does not contain ${before}.`);
    writeFileSync(join(copy, file), code.replace(before, after));
  }

  /** Runs the installed `dsr`, started from another folder. */
  async dsr(
    parameters: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    const child = spawn(join(this.folder, 'node_modules/.bin/dsr'), parameters, {
      cwd: tmpdir(),
      env: { PATH: process.env['PATH'], NO_COLOR: '1', DSR_HOME: this.home, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'close') as Promise<[number | null]>;
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, stdout, stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
