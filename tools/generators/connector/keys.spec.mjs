import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { generated } from '../testing/generated.mjs';
import { exportsOf } from '../testing/virtual-workspace.mjs';

const kites = fileURLToPath(new URL('../testing/samples/kites.yaml', import.meta.url));

const pigeon = {
  vendor: 'pigeon-post',
  title: 'Pigeon Post',
  identifiers: ['email'],
  resources: 'members:locate',
  baseUrl: 'https://api.pigeon.example',
};

describe('a connector for a vendor with keys', () => {
  const root = 'packages/connector-pigeon-post';
  const withAuth = async (options) => {
    const tree = await generated({ ...pigeon, ...options });
    return {
      auth: exportsOf(tree, `${root}/src/manifest/manifest.ts`).manifest.auth,
      connector: tree.read(`${root}/src/connector.ts`, 'utf8'),
      profile: tree.read(`${root}/src/settings/profile.ts`, 'utf8'),
    };
  };

  it.each([
    [{ auth: 'static' }, 'authorization', 'Bearer '],
    [{ auth: 'api-key', keyHeader: 'Authorization: Pigeon-Key' }, 'authorization', 'Pigeon-Key '],
    [{ auth: 'api-key', keyHeader: 'X-Api-Key' }, 'x-api-key', ''],
    [{ auth: 'api-key', openapi: kites, operations: 'listWinds' }, 'x-kite-key', ''],
  ])(
    'generated with %j sends them in %s after %j, and has nothing of OAuth',
    async (options, header, prefix) => {
      const { auth, connector, profile } = await withAuth(options);
      expect(auth).toEqual({ kind: 'api_key', header, prefix, rejectionStatuses: [401] });
      expect(connector).not.toContain('normaliseTokenAnswer');
      expect(profile).not.toContain('oauth');
    },
    60_000,
  );
});
