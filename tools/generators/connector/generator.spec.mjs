import { beforeAll, describe, expect, it } from '@jest/globals';
import { readJson } from '@nx/devkit';
import { parse } from 'yaml';
import { generated } from '../testing/generated.mjs';
import { changedFiles, exportsOf } from '../testing/virtual-workspace.mjs';

const pigeon = {
  vendor: 'pigeon-post',
  title: 'Pigeon Post',
  auth: 'oauth2',
  identifiers: ['email', 'phone'],
  produces: ['external_id'],
  resources:
    'members:locate:deferred,letters:scan:with_parent,scans:parent:with_parent:binary,push_tokens:locate',
  openapi: '',
  operations: '',
  baseUrl: 'https://api.pigeon.example/v2/',
};

describe('a generated connector', () => {
  const root = 'packages/connector-pigeon-post';
  let tree;
  beforeAll(async () => {
    tree = await generated(pigeon);
  }, 60_000);

  const textOf = (file) => tree.read(`${root}/${file}`, 'utf8');

  it('has the files of a connector', () => {
    expect(changedFiles(tree, root).sort()).toEqual([
      'LICENSE',
      'README.md',
      'jest.config.mjs',
      'openapi/pigeon-post.yaml',
      'package.json',
      'src/client/context.ts',
      'src/connection/check.ts',
      'src/connection/token-answer.ts',
      'src/connector.ts',
      'src/deletion/deletion.ts',
      'src/deletion/operation.ts',
      'src/generated/client.ts',
      'src/generated/openapi.ts',
      'src/generated/operations.ts',
      'src/generated/schema.ts',
      'src/generated/vendor.ts',
      'src/index.ts',
      'src/letters/letters-ref.ts',
      'src/letters/letters.ts',
      'src/manifest/manifest.ts',
      'src/manifest/resources.ts',
      'src/manifest/settings.ts',
      'src/manifest/sources.ts',
      'src/members/members-ref.ts',
      'src/members/members.ts',
      'src/push-tokens/push-tokens-ref.ts',
      'src/push-tokens/push-tokens.ts',
      'src/scans/scans-ref.ts',
      'src/scans/scans.ts',
      'src/settings/pigeon-post-settings.ts',
      'src/settings/profile.ts',
      'src/simulator/context.ts',
      'src/simulator/credential.ts',
      'src/simulator/error-body.ts',
      'src/simulator/handlers.ts',
      'src/simulator/index.ts',
      'src/simulator/routes.ts',
      'src/simulator/start-pigeon-post-simulator.ts',
      'src/simulator/token-endpoint.ts',
      'src/subject/subject.ts',
      'src/unwritten.ts',
      'test/conformance.spec.ts',
      'test/pigeon-post.vendor.ts',
      'tsconfig.json',
      'tsconfig.lib.json',
      'tsconfig.spec.json',
    ]);
  });

  it('says of its resources what was said, and leaves the rest empty', () => {
    const unsaid = { description: '', dataCategories: [], vendorKeeps: '' };
    const letters = {
      lookup: 'scan',
      scanOrder: 'none',
      parent: 'members',
      erasure: 'with_parent',
      binary: false,
    };
    expect(exportsOf(tree, `${root}/src/manifest/resources.ts`).resources).toEqual({
      members: { ...unsaid, title: 'Members', lookup: 'locate', erasure: 'deferred', binary: false },
      letters: { ...unsaid, title: 'Letters', ...letters },
      scans: {
        ...unsaid,
        title: 'Scans',
        lookup: 'parent',
        parent: 'letters',
        erasure: 'with_parent',
        binary: true,
      },
      push_tokens: { ...unsaid, title: 'Push tokens', lookup: 'locate', erasure: 'none', binary: false },
    });
  });

  it('says in its manifest who the vendor is and what is assumed', () => {
    const manifest = textOf('src/manifest/manifest.ts');
    for (const line of [
      "id: 'pigeon-post',",
      "title: 'Pigeon Post',",
      'staticToken: false,',
      "identifiers: { consumes: ['email', 'phone'], produces: ['external_id'] },",
      "rateLimits: { all: { limits: [{ requestsPerSecond: 1, burst: 1 }], per: 'connection' } },",
    ]) {
      expect(manifest).toContain(line);
    }
    expect(exportsOf(tree, `${root}/src/manifest/manifest.ts`).manifest).toMatchObject({
      vendorApiVersion: 'unknown',
      baseUrl: 'https://api.pigeon.example/v2',
      hosts: ['api.pigeon.example'],
    });
    expect(manifest).toMatch(/deletion: \{\s*mode: 'asynchronous'/);
    const { sources } = exportsOf(tree, `${root}/src/manifest/sources.ts`);
    expect(sources.map(({ confidence }) => confidence)).toEqual(sources.map(() => 'inferred'));
    expect(sources.map(({ title }) => title.split(':')[0])).toEqual([
      'Rate limit',
      'Authorisation page and token endpoint',
      'How the client authenticates at the token endpoint, PKCE and the life of tokens',
      'A dead token is rejected with 401',
    ]);
  });

  it('has an OpenAPI description without operations', () => {
    expect(parse(textOf('openapi/pigeon-post.yaml'))).toMatchObject({ openapi: '3.1.0', paths: {} });
    expect(exportsOf(tree, `${root}/src/generated/operations.ts`)).toEqual({ operations: {} });
  });

  it('has the steps its lookups need, none of them written', () => {
    expect(textOf('src/letters/letters.ts')).toContain("scan: unwritten('resource letters: scan')");
    expect(textOf('src/scans/scans.ts')).toContain("open: unwritten('resource scans: open')");
    expect(textOf('src/members/members.ts')).not.toMatch(/scan|open/);
    expect(textOf('src/connector.ts')).toContain('push_tokens: pushTokens');
  });

  it('has a contract test of five lines', () => {
    expect(textOf('test/conformance.spec.ts').trimEnd().split('\n')).toHaveLength(5);
  });

  it('pins what the reference connector pins', () => {
    const drift = readJson(tree, 'packages/connector-drift/package.json');
    const { name, dependencies, license, publishConfig, repository } = readJson(tree, `${root}/package.json`);
    expect({ license, publishConfig }).toEqual({
      license: drift.license,
      publishConfig: drift.publishConfig,
    });
    expect(repository).toEqual({ ...drift.repository, directory: root });
    expect(name).toBe('@privacy-connectors/connector-pigeon-post');
    expect(Object.keys(dependencies)).toEqual([
      '@privacy-connectors/core',
      'class-validator',
      'openapi-fetch',
    ]);
    expect(drift.dependencies).toMatchObject(dependencies);
  });

  it('is among the projects that are built and checked', () => {
    expect(readJson(tree, 'tsconfig.json').references.at(-1)).toEqual({ path: `${root}/tsconfig.lib.json` });
    expect(readJson(tree, 'tsconfig.check.json').references.at(-1)).toEqual({ path: root });
  });
});
