import { describe, expect, it } from '@jest/globals';
import { isConnector } from '@privacy-connectors/core';
import { openapi } from '../generated/openapi.js';
import { connector } from '../index.js';
import { manifest } from './manifest.js';

describe('the manifest', () => {
  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
  });

  it('declares calls as the API description has them', () => {
    const described = Object.entries(openapi.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) => [operationId, `${method.toUpperCase()} ${path}`] as const,
      ),
    );
    const routes = new Map(described);
    for (const [operationId, { method, path }] of Object.entries(manifest.operations)) {
      expect(routes.get(operationId)).toBe(`${method} ${path}`);
    }
  });

  it('never declares the call that only unlists a contact', () => {
    expect(Object.values(manifest.operations).map(({ method }) => method)).not.toContain('DELETE');
  });

  it('names only scopes it describes, and parents it has', () => {
    const scopes = Object.values(manifest.operations).flatMap((operation) => [...operation.scopes]);
    expect(Object.keys(manifest.scopes)).toEqual(expect.arrayContaining(scopes));
    const parents = Object.values(manifest.resources).flatMap((resource) =>
      'parent' in resource ? [resource.parent] : [],
    );
    expect(Object.keys(manifest.resources)).toEqual(expect.arrayContaining(parents));
  });

  it('says whose names cannot be known, and so stay in texts', () => {
    const unnamed = manifest.notCovered.filter(({ what }) => what.startsWith('Names of'));
    expect(unnamed.map(({ what }) => what).join()).toMatch(/agents.*user_read.*contacts other than/);
  });

  it('belongs to a connector', () => {
    expect(isConnector(connector)).toBe(true);
    expect(connector.manifest).toBe(manifest);
  });
});
