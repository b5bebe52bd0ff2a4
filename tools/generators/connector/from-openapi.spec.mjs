import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { generated } from '../testing/generated.mjs';
import { changedFiles, exportsOf } from '../testing/virtual-workspace.mjs';

const kites = fileURLToPath(new URL('../testing/samples/kites.yaml', import.meta.url));

describe('a connector generated from an OpenAPI file', () => {
  const root = 'packages/connector-kites';
  let tree;
  beforeAll(async () => {
    tree = await generated({
      vendor: 'kites',
      title: 'Kites',
      auth: 'oauth2-permanent',
      identifiers: 'email',
      resources: ['flyers:locate'],
      rateLimits: 'all:window=10/1:window=150/60',
      openapi: kites,
      operations: 'findFlyers,downloadPhoto,createFlyer',
      baseUrl: '',
    });
  }, 60_000);

  const textOf = (file) => tree.read(`${root}/${file}`, 'utf8');

  it('keeps the named operations, and says in the description what it declares of them', () => {
    const { paths } = parse(textOf('openapi/kites.yaml'));
    expect(Object.keys(paths)).toEqual(['/flyers', '/photos/{photoId}']);
    expect(paths['/flyers'].post).toMatchObject({
      summary: 'createFlyer.',
      'x-used-for': ['deletion'],
      'x-scopes': ['flyers:write'],
      'x-idempotent': false,
      'x-rate-limit': 'all',
    });
  });

  it('declares the operations that are generated from it', () => {
    const { operations } = exportsOf(tree, `${root}/src/generated/operations.ts`);
    expect(operations).toMatchObject({
      findFlyers: { purpose: 'Find flyers by e-mail.', usedFor: ['access'], scopes: ['flyers:read'] },
      createFlyer: { usedFor: ['deletion'], idempotent: false },
      downloadPhoto: { binary: true, scopes: [] },
    });
  });

  it('has types of them, and handlers to be written', () => {
    expect(textOf('src/generated/schema.ts')).toContain('findFlyers');
    expect(textOf('src/simulator/handlers.ts')).toContain("unwritten('simulator: findFlyers')");
  });

  it('learns base URL, version, OAuth endpoints and scopes from it', () => {
    const { manifest } = exportsOf(tree, `${root}/src/manifest/manifest.ts`);
    expect(manifest).toMatchObject({
      vendorApiVersion: '2026-01',
      baseUrl: 'https://api.kites.example/v2',
      hosts: ['api.kites.example'],
      auth: { authorizationUrl: 'https://kites.example/authorize', tokenPath: '/token' },
    });
    expect(manifest.scopes).toEqual({
      'flyers:read': { title: 'flyers:read', neededFor: ['access'], description: 'Reads flyers.' },
      'flyers:write': { title: 'flyers:write', neededFor: ['deletion'], description: 'Writes flyers.' },
    });
    expect(textOf('src/manifest/sources.ts')).not.toContain('Authorisation page');
  });

  it('knows that tokens never expire', () => {
    expect(textOf('src/manifest/manifest.ts')).toContain('defaultTokenLifetimeSeconds: null,');
    expect(textOf('test/kites.vendor.ts')).toContain('accessTokenSeconds: null,');
  });

  it('keeps the limits that were said, and leaves them to be written in the simulator', () => {
    const { rateLimits } = exportsOf(tree, `${root}/src/manifest/manifest.ts`).manifest;
    const limits = [
      { requests: 10, seconds: 1 },
      { requests: 150, seconds: 60 },
    ];
    expect(rateLimits).toEqual({ all: { limits, per: 'connection' } });
    expect(textOf('src/manifest/sources.ts')).not.toContain('Rate limit');
    expect(textOf('src/simulator/limits.ts')).toContain("'simulator: limits'");
  });

  it('promises no deletion that nothing can keep', () => {
    expect(changedFiles(tree, root).filter((file) => file.includes('deletion'))).toEqual([]);
  });
});
