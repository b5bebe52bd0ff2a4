import { cpSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { loadConfiguration } from '../../src/config/configuration.js';
import { Database } from '../../src/store/database.js';
import { canChangeAudit } from '../../src/store/application-role.js';
import { migrations } from '../../src/store/migrations/index.js';
import { prepareSchema } from '../../src/store/prepare-schema.js';
import { run } from '../cli/run.js';
import { startTestDatabase } from '../support/database.js';
import { repository, repositoryText } from '../support/repository.js';
import { temporaryFolder } from '../support/temporary-folder.js';

interface Service {
  readonly image: string;
  readonly user: string;
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly networks: readonly string[];
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly secrets: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly environment: Readonly<Record<string, string>>;
  readonly deploy?: { readonly replicas: number };
  readonly healthcheck?: { readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, object>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly configs: Readonly<Record<string, { readonly file: string }>>;
}

const { services, networks, secrets, configs, volumes } = parse(repositoryText('deploy/compose.yaml'), {
  merge: true,
}) as Compose;
const each = Object.entries(services);

/** Does what PostgreSQL's image does at its first start; psql is none of the binaries at hand, so its variables are set here. */
async function asAdministrator(url: string, script: string): Promise<void> {
  const variables = [...script.matchAll(/^\\set (\w+) `cat "\$(\w+)"`$/gm)];
  const given = Object.keys(services['postgres']?.environment ?? {});
  expect(variables.map(([, , variable]) => variable).filter((name = '') => !given.includes(name))).toEqual(
    [],
  );
  const sql = variables.reduce(
    (text, [line, name = '']) => text.replace(line, '').replaceAll(`:'${name}'`, `'${name} of a test'`),
    script,
  );
  const administrator = await Database.open(url);
  await administrator.query('create database dsr');
  await administrator.query(sql);
  await administrator.close();
}

function urlOf(url: string, role: string): string {
  return url.replace('dsr@', `${role}@`).replace('/postgres?', '/dsr?');
}

describe('the compose file', () => {
  it('runs a PostgreSQL, one service without a worker, and two workers', () => {
    expect(Object.keys(services).sort()).toEqual(['postgres', 'serve', 'worker']);
    expect(services['serve']?.command).toEqual(['serve', '--no-worker']);
    expect(services['serve']?.deploy).toBeUndefined();
    expect(services['worker']).toMatchObject({ command: ['worker'], deploy: { replicas: 2 } });
  });

  it.each(each)('gives %s no privilege it does not need', (_, service) => {
    expect(service.image).toMatch(/:\d+\.\d+/);
    expect(service.user).toMatch(/^(?!root|0\b)./);
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it.each(each)('gives %s its secrets by files', (_, { environment, secrets: used }) => {
    for (const secret of used) expect(secrets[secret]?.file).toBe(`./secrets/${secret}`);
    const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'));
    expect(files.map(([, file]) => file).sort()).toEqual(used.map((name) => `/run/secrets/${name}`).sort());
    const inClear = Object.keys(environment).filter((name) =>
      /(?:KEY|PASSWORD|URL|TOKEN|SECRET)$/.test(name),
    );
    expect(inClear).toEqual([]);
  });

  it('keeps the database from the world, and its secrets out of the repository', () => {
    expect(services['postgres']?.networks).toEqual(['database']);
    expect(networks['database']?.internal).toBe(true);
    expect(repositoryText('deploy/secrets/.gitignore')).toBe('*\n!.gitignore\n');
  });

  it('gives the owner of the schema to the service alone', () => {
    const owning = each.filter(([, { secrets: used }]) => used.includes('database_owner_url'));
    expect(owning.map(([name]) => name)).toEqual(['serve']);
    expect(services['serve']?.environment).toMatchObject(services['worker']?.environment ?? {});
    expect(services['serve']?.secrets).toEqual(
      expect.arrayContaining([...(services['worker']?.secrets ?? [])]),
    );
  });

  it('makes roles of which the lesser one cannot change the audit log', async () => {
    const [script] = services['postgres']?.configs ?? [];
    expect(script?.target).toMatch(/^\/docker-entrypoint-initdb\.d\/.+\.sql$/);
    const sql = repositoryText(`deploy/${configs[script?.source ?? '']?.file ?? ''}`);
    const server = await startTestDatabase();
    try {
      await asAdministrator(server.url, sql);
      const database = await Database.open(urlOf(server.url, 'dsr_app'));
      await prepareSchema(database, urlOf(server.url, 'dsr_owner'), migrations);
      expect(await canChangeAudit(database)).toBe(false);
      await database.close();
    } finally {
      await server.stop();
    }
  });

  it('gives all processes that open data keys the one folder of their second parts', () => {
    const { retention } = JSON.parse(repositoryText('deploy/config.json')) as {
      readonly retention: { readonly keyFolder: string };
    };
    expect(volumes).toHaveProperty('keys');
    for (const name of ['serve', 'worker']) {
      expect(services[name]?.volumes).toContain(`keys:${retention.keyFolder}`);
    }
    expect(services['postgres']?.volumes?.join()).not.toContain('keys');
    // A volume takes its owner from the folder of the image.
    expect(repositoryText('Dockerfile')).toContain(`-m 0700 /data ${retention.keyFolder}\n`);
  });

  it('starts each when what it needs is well', () => {
    for (const [, { depends_on: needed = {} }] of each) {
      for (const [name, { condition }] of Object.entries(needed)) {
        expect(condition).toBe('service_healthy');
        expect(services[name]).toBeDefined();
        expect(services[name]?.healthcheck?.disable ?? false).toBe(false);
      }
    }
    expect(services['postgres']?.healthcheck).toBeDefined();
  });

  it('runs commands that exist, with a configuration that is right', async () => {
    for (const name of ['worker']) {
      const { exitCode, stdout } = await run([...(services[name]?.command ?? []), '--help']);
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`Usage: dsr ${name}`);
    }
    const folder = temporaryFolder();
    cpSync(`${repository}deploy/${configs['dsr']?.file ?? ''}`, `${folder.path}/config.json`);
    expect(loadConfiguration({ DSR_HOME: folder.path }).connectors.length).toBeGreaterThan(0);
    folder.remove();
  });
});
