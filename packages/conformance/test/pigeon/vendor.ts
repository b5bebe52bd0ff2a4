import type { Json, Subject } from '@privacy-connectors/core';
import type { ConformanceVendor, RunningVendor, VendorOptions, VendorPerson } from '../../src/index.js';
import { LeakyBucket, SimulatorServer, TokenAuthority } from '../../src/simulator/index.js';
import { previousHandles } from './history.js';
import { manifest } from './manifest.js';
import { digestOf, holdingOf, type Holding } from './post-office.js';
import { heldBy, routesOf, type Office } from './routes.js';

const [{ requestsPerSecond, burst }] = manifest.rateLimits.all.limits;
const client = { clientId: 'pigeon-app', clientSecret: 'pigeon-secret-77ab3e' };
const accessTokenSeconds = 3600;
const lists = { findMembers: 'members', listLetters: 'letters', listPages: 'pages' } as const;

/** Pigeon Post as the kit needs it. */
export const pigeonVendor: ConformanceVendor = {
  start: (options) => startPigeon(options),
  notFoundMeansNone: [],
  withoutThings: (operationId, body) => emptied(lists[operationId as keyof typeof lists], body),
  tokenSpellings: [
    {
      answer: { token: 'a', renewal: 'r', lifeInMinutes: 60 },
      says: { access_token: 'a', token_type: 'bearer', refresh_token: 'r', expires_in: 3600 },
    },
    {
      answer: { access_token: 'a', refresh_token: 'r', expires_in: 3600 },
      says: { access_token: 'a', token_type: 'bearer', refresh_token: 'r', expires_in: 3600 },
    },
  ],
  manyRecords: 'pages',
  previousHandles,
};

/** What may be otherwise at this vendor. */
export interface PigeonOptions {
  /** Tokens do not expire, and there are no refresh tokens. */
  readonly lasting?: boolean;
  /** False: calls are never refused as too many. */
  readonly limited?: boolean;
  /** A token that is dead is forbidden, and a live one may always ask who it is. */
  readonly forbidding?: boolean;
}

export async function startPigeon(
  { now, scopes, manyRecords }: VendorOptions,
  { lasting = false, limited = true, forbidding = false }: PigeonOptions = {},
): Promise<RunningVendor> {
  const tokens = new TokenAuthority({
    ...client,
    seed: 'pigeon',
    accessTokenSeconds: lasting ? 1e9 : accessTokenSeconds,
    rotation: 'replace',
    now,
  });
  const accessToken = tokens.issueStatic(scopes);
  const deadStatus = forbidding ? 403 : 401;
  const openToAll = forbidding ? ['uninstall', 'whoAmI'] : ['uninstall'];
  const office = officeOf({ tokens, now, lasting, deadStatus, openToAll }, manyRecords);
  const server = await SimulatorServer.start({
    routes: routesOf(office),
    tokenKind: (bearer) => tokens.kindOf(bearer),
    errorBody: (status) => ({ status, message: `No luck with ${holdingOf(1).person.email}` }),
    ...(limited
      ? { bucket: new LeakyBucket({ capacity: burst, leakPerSecond: requestsPerSecond, now }) }
      : {}),
    now,
  });
  return {
    settings: { baseUrl: server.baseUrl },
    accessToken,
    subject: personOf(office, 0),
    stranger: personOf(office, 1),
    unknown: knownBy('nobody@nowhere.example'),
    faults: server.faults,
    calls: server.calls,
    authorization: {
      ...client,
      accessTokenSeconds: lasting ? null : accessTokenSeconds,
      authorize: (redirectUri) => tokens.authorize(scopes, redirectUri),
      expireAccessTokens: () => {
        tokens.expireAccessTokens();
      },
    },
    touch: (_, letterId) => {
      office.touches.set(letterId, now());
    },
    close: () => server.close(),
  };
}

function officeOf(
  parts: Pick<Office, 'tokens' | 'now' | 'lasting' | 'deadStatus' | 'openToAll'>,
  manyRecords: number | undefined,
): Office {
  return {
    ...parts,
    holdings: [holdingOf(1, manyRecords), holdingOf(2), holdingOf(3)],
    erasures: new Map(),
    touches: new Map(),
    pagesPerAnswer: manyRecords === undefined ? 2 : 100,
  };
}

function emptied(list: string | undefined, body: Json): Json | undefined {
  if (list === undefined || typeof body !== 'object' || body === null || !(list in body)) return undefined;
  return { ...(body as { readonly [key: string]: Json }), [list]: [] };
}

function knownBy(email: string): Subject {
  return { identifiers: [{ kind: 'email', value: email }] };
}

function personOf(office: Office, index: number): VendorPerson {
  const { person, members, letters, pages, scans } = office.holdings[index] as Holding;
  const ids = (things: Iterable<{ readonly id: string }>) => [...things].map(({ id }) => id);
  return {
    subject: knownBy(person.email),
    records: {
      members: ids(members),
      letters: ids(letters),
      pages: ids([...pages.values()].flat()),
      scans: [...scans.keys()],
    },
    files: { scans: Object.fromEntries([...scans].map(([id, bytes]) => [id, digestOf(bytes)])) },
    canaries: [person.canary, person.email, person.name],
    isErased: () => !heldBy(office).some((held) => held.person.index === person.index),
  };
}
