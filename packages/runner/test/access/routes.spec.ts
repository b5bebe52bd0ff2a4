import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isSufficient, type Role, roles } from '../../src/access/role.js';
import { startService } from '../../src/http/service.js';
import { startTestService, type TestService } from '../http/support/service.js';

interface Operation {
  readonly method: string;
  readonly path: string;
  /** What the document says that a caller needs; null: no key. */
  readonly declared: Role | null;
}

type Document = {
  readonly paths: {
    readonly [path: string]: {
      readonly [method: string]: { readonly security?: readonly { readonly apiKey?: readonly Role[] }[] };
    };
  };
};

const open: readonly string[] = [
  '/healthz',
  '/readyz',
  '/v1/openapi.json',
  '/v1/oauth/callback',
  '/v1/.well-known/jwks.json',
];

/** The least role by our own reckoning: a route that declares a lesser one is found out here. */
function expected({ method, path }: Operation): Role | null {
  if (open.includes(path)) return null;
  if (/^\/v1\/(?:keys|authorizations|webhook-deliveries)/.test(path)) return 'admin';
  if (method === 'GET') return /\/(?:package|redactions)$/.test(path) ? 'operator' : 'auditor';
  if (path === '/v1/receipts/prove') return 'operator';
  if (!path.startsWith('/v1/requests')) return 'admin';
  return /\/(?:approve|extend|hold|release)$/.test(path) ? 'approver' : 'operator';
}

describe('the routes that the service describes', () => {
  let service: TestService;
  let operations: readonly Operation[];
  let guarded: readonly Operation[];

  beforeAll(async () => {
    service = await startTestService();
    const document = (await service.call('GET', '/v1/openapi.json')).body as Document;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { security = [] }]) => ({
        method: method.toUpperCase(),
        path,
        declared: security[0]?.apiKey?.[0] ?? null,
      })),
    );
    guarded = operations.filter(({ declared }) => declared !== null);
  });

  afterAll(() => service.stop());

  /** Calls every route that needs a key, at a server of its own: refusals are counted. Answers by what they were. */
  async function walk(
    called: readonly Operation[],
    headers: Readonly<Record<string, string>>,
  ): Promise<readonly string[]> {
    const own = await startService(service.application, { host: '127.0.0.1', port: 0, trustProxy: [] });
    try {
      const answers: string[] = [];
      for (const operation of called) answers.push(await answerOf(own.url, operation, headers));
      return answers;
    } finally {
      await own.close();
    }
  }

  /** Where a path names something, nothing of that name exists; where a body is needed, it is empty. */
  async function answerOf(
    url: string,
    { method, path }: Operation,
    headers: Readonly<Record<string, string>>,
  ): Promise<string> {
    const place = path.replace('/keys/{id}', `/keys/${'0'.repeat(16)}`);
    const named = place.replace(/\{id\}/, '00000000-0000-4000-8000-000000000000').replace(/\{\w+\}/, 'none');
    const body = method === 'GET' ? {} : { body: '{}' };
    const content = method === 'GET' ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(url + named, { method, headers: { ...content, ...headers }, ...body });
    await answer.body?.cancel();
    return `${method} ${path} ${String(answer.status)}`;
  }

  const with401 = () => guarded.map(({ method, path }) => `${method} ${path} 401`);
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

  /** A key of the highest role, changed in the database. */
  async function spoiled(assignment: string): Promise<string> {
    const { id, key } = await service.application.keys.create({ role: 'admin' });
    await service.database.query(`update dsr.api_key set ${assignment} where id = $1`, [id]);
    return key.reveal();
  }

  it('need the roles that they should, and all others a key', () => {
    expect(guarded.length).toBeGreaterThan(12);
    for (const operation of operations) {
      expect([operation.method, operation.path, operation.declared]).toEqual([
        operation.method,
        operation.path,
        expected(operation),
      ]);
    }
  });

  it('refuse a call without a key', async () => {
    expect(await walk(guarded, {})).toEqual(with401());
  });

  it('refuse a malformed key', async () => {
    const valid = await service.key('admin');
    for (const authorization of [
      `Bearer ${valid}x`,
      `Basic ${valid}`,
      valid,
      'Bearer',
      `Bearer ${valid},${valid}`,
    ]) {
      expect(await walk(guarded, { authorization })).toEqual(with401());
    }
  });

  it('refuse a key anywhere but in its header', async () => {
    const valid = await service.key('admin');
    expect(await walk(guarded, { cookie: `authorization=Bearer ${valid}`, 'x-api-key': valid })).toEqual(
      with401(),
    );
    expect((await service.call('GET', `/v1/keys?key=${valid}`, { key: null })).status).toBe(401);
  });

  it('refuse a wrong key', async () => {
    const { id } = await service.application.keys.create({ role: 'admin' });
    expect(await walk(guarded, bearer(`dsr_${id}_${'A'.repeat(43)}`))).toEqual(with401());
    expect(await walk(guarded, bearer(`dsr_${'0'.repeat(16)}_${'A'.repeat(43)}`))).toEqual(with401());
  });

  it('refuse an expired key', async () => {
    expect(await walk(guarded, bearer(await spoiled('expires_at = now()')))).toEqual(with401());
  });

  it('refuse a revoked key', async () => {
    expect(await walk(guarded, bearer(await spoiled('revoked_at = now()')))).toEqual(with401());
  });

  it.each(roles)('refuse %s where a higher role is needed, and nowhere else', async (role) => {
    const answers = await walk(guarded, bearer(await service.key(role)));
    const refused = answers.filter((answer) => /40[13]$/.test(answer));
    expect(refused).toEqual(
      guarded
        .filter((operation) => !isSufficient(role, expected(operation)!))
        .map(({ method, path }) => `${method} ${path} 403`),
    );
    expect(answers.filter((answer) => /(?:429|5\d\d)$/.test(answer))).toEqual([]);
  });

  it('refuse, but for those that need no key, what the document does not describe', async () => {
    for (const path of ['/v1/nothing', '/v1/requests/../keys', '/V1/keys', '/v1/keys/']) {
      expect([401, 404]).toContain((await service.call('GET', path, { key: null })).status);
    }
  });
});
