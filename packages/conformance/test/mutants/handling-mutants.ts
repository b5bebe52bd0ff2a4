import { AuthError, ConnectorError, VendorRejectedError } from '@privacy-connectors/core/errors';
import { operationOf, operationTag } from '@privacy-connectors/core/http';
import { connectPigeon, readStrictly } from '../pigeon/client.js';
import { manifest } from '../pigeon/manifest.js';
import type { Answers } from '../pigeon/model.js';
import {
  original,
  textOf,
  withClient,
  withImplementation,
  withManifest,
  withResource,
  type Mutant,
} from './mutant.js';

const silently = 'no answer to any call of an access makes records go missing silently';
const gone = { records: [], skipped: { why: 'gone' }, next: null };

const nothing: Partial<Answers> = {
  findMembers: { members: [], next: null },
  listLetters: { letters: [], next: null },
  listPages: { pages: [], next: null },
};

/** Connectors that handle answers, secrets or their surroundings wrongly. */
export const handlingMutants: readonly Mutant[] = [
  {
    fault: 'judges success by the error field and not by the status',
    connector: withClient(({ fetch, baseUrl }) =>
      connectPigeon(fetch, baseUrl, (operationId, result) => {
        if (result.data !== undefined) return readStrictly(operationId, result);
        return nothing[operationId as keyof Answers] ?? {};
      }),
    ),
    check: silently,
    says: /succeeded with another result/,
  },
  {
    fault: 'takes every 4xx for gone',
    connector: withResource('members', (steps) => ({
      read: (...step) => steps.read(...step).catch(orElse((status) => status >= 400 && status < 500, gone)),
    })),
    check: silently,
    says: /read members, getMember answered with status 40\d/,
  },
  {
    fault: 'skips files that cannot be fetched just now',
    connector: withResource('scans', (steps) => ({
      open: async (...step) => {
        const binary = await steps.open?.(...step).catch(() => undefined);
        return binary ?? { skipped: { why: 'gone' } };
      },
    })),
    check: silently,
    says: /open scans, \w+ answered with status 400/,
  },
  {
    fault: 'takes 403 for an empty list',
    connector: withResource('letters', (steps) => ({
      scan: async (...step) => {
        const page = steps
          .scan?.(...step)
          .catch(orElse((status) => status === 403, { things: [], next: null }));
        return (await page) ?? { things: [], next: null };
      },
    })),
    check: silently,
    says: /listLetters answered with status 403/,
  },
  {
    fault: 'throws something that tells the runner nothing',
    connector: withResource('members', (steps) => ({
      read: (...step) =>
        steps.read(...step).catch((error: unknown) => {
          throw new TypeError('cannot read members', { cause: error });
        }),
    })),
    check: silently,
    says: /threw TypeError/,
  },
  {
    fault: 'quotes the answer in an error',
    connector: withClient(({ fetch, ...client }) => ({
      ...connectPigeon(async (request) => {
        const answer = await fetch(request);
        if (answer.status === 422) throw new VendorRejectedError(`Refused: ${await answer.text()}`);
        return answer;
      }, client.baseUrl),
    })),
    check: 'errors, reasons and observations carry no personal data and no secret',
    says: /what it reports repeats a personal text or a secret/,
  },
  {
    fault: 'drops the abort signal',
    connector: withClient((client) => ({
      call: (id, options) => client.call(id, { ...options, signal: undefined }),
    })),
    check: 'the abort signal reaches every call',
    says: /does not carry the step's signal/,
  },
  {
    fault: 'takes a dead token for an empty page',
    connector: withResource('pages', (steps) => ({
      read: (...step) =>
        steps.read(...step).catch((error: unknown) => {
          if (error instanceof AuthError) return gone;
          throw error;
        }),
    })),
    check: 'a token that is rejected for ever ends as AuthError',
    says: /read pages.*rejected token/,
  },
  {
    fault: 'calls an operation it does not declare',
    connector: withResource('members', (steps) => ({
      read: async (context, ref, cursor) => {
        const { fetch, baseUrl } = context.client as { fetch: typeof globalThis.fetch; baseUrl: string };
        await fetch(new Request(`${baseUrl}/members/${textOf(ref)}/friends`));
        return steps.read(context, ref, cursor);
      },
    })),
    check: 'only declared operations of the vendor are called, through the given fetch',
    says: /GET 127\.0\.0\.1:\d+\/members\/m1-\d\/friends/,
  },
  {
    fault: 'calls another host',
    connector: withImplementation({
      connect: ({ fetch, profile }) =>
        connectPigeon(
          (request) =>
            fetch(operationOf(request)?.operationId === 'getMember' ? elsewhere(request) : request),
          profile.baseUrl,
        ),
    }),
    check: 'only declared operations of the vendor are called, through the given fetch',
    says: /GET elsewhere\.invalid\S*\/members/,
  },
  {
    fault: 'sends past the given fetch',
    connector: withResource('members', (steps) => ({
      read: async (context, ref, cursor) => {
        await globalThis.fetch(`${(context.client as { baseUrl: string }).baseUrl}/whoami`);
        return steps.read(context, ref, cursor);
      },
    })),
    check: 'only declared operations of the vendor are called, through the given fetch',
    says: /past the given fetch/,
  },
  {
    fault: 'declares ten times the rate',
    connector: withImplementation({
      configure: (settings) => {
        const profile = original.configure(settings);
        const limits = [{ requestsPerSecond: 200, burst: 5 }];
        return { ...profile, rateLimits: { all: { limits, per: 'connection' } } };
      },
    }),
    check: "the declared rate is within the vendor's limit",
    says: /the vendor refused \d+ calls as too many/,
  },
  {
    fault: 'is tested without asking the vendor',
    connector: withImplementation({ check: () => Promise.resolve({ grantedScopes: 'unknown' }) }),
    check: 'a token that is rejected for ever ends as AuthError',
    says: /check: succeeded/,
  },
  {
    fault: 'has a manifest with a date',
    connector: withManifest({ version: new Date(0) }),
    check: 'the manifest is JSON',
    says: /version/,
  },
  {
    fault: 'names a parent that does not exist',
    connector: withManifest({
      resources: { ...manifest.resources, letters: { ...manifest.resources.letters, parent: 'nobody' } },
    }),
    check: 'the manifest agrees with itself and with the steps',
    says: /letters has no way up to a root/,
  },
];

function elsewhere(request: Request): Request {
  const url = new URL(request.url);
  url.host = 'elsewhere.invalid:443';
  const moved = new Request(url, request);
  operationTag(manifest.operations).onRequest({ request: moved, schemaPath: '/members/{memberId}' });
  return moved;
}

function orElse<Other>(applies: (status: number) => boolean, other: Other): (error: unknown) => Other {
  return (error) => {
    if (ConnectorError.is(error) && applies(error.place.status ?? 0)) return other;
    throw error;
  };
}
