import {
  bytes,
  formOf,
  json,
  jsonObjectOf,
  type Answer,
  type Route,
  type SimulatedRequest,
  type TokenAuthority,
} from '../../src/simulator/index.js';
import { manifest } from './manifest.js';
import type { Answers } from './model.js';
import type { Holding } from './post-office.js';

const minute = 60_000;

/** The state of the vendor. Erasures take effect two and a half minutes after they were asked for. */
export interface Office {
  readonly holdings: readonly Holding[];
  readonly erasures: Map<string, number>;
  /** When letters were last touched, by id, if ever. */
  readonly touches: Map<string, number>;
  readonly tokens: TokenAuthority;
  /** Tokens do not expire, and there are no refresh tokens. */
  readonly lasting: boolean;
  /** The status for a token that is dead. */
  readonly deadStatus: number;
  /** Calls that a live token may make whatever it was granted. */
  readonly openToAll: readonly string[];
  /** Of one letter, in an answer. */
  readonly pagesPerAnswer: number;
  readonly now: () => number;
}

/** Whatever the manifest of a connector says. */
const scopeOf = (operationId: string) => (operationId === 'eraseMember' ? 'erase' : 'read');

/** What is still there. */
export function heldBy({ holdings, erasures, now }: Office): readonly Holding[] {
  return holdings.filter(({ person }) => now() < (erasures.get(person.email) ?? Infinity));
}

export function routesOf(office: Office): readonly Route[] {
  const handlers = handlersOf(office);
  const operations = Object.entries(manifest.operations).map(([operationId, { method, path }]) => ({
    operationId,
    method,
    template: path,
    metered: true,
    handle: (request: SimulatedRequest) =>
      refusal(office, request, operationId) ?? handlers[operationId as keyof Answers](request),
  }));
  const handle = (request: SimulatedRequest) => tokenAnswer(office, request);
  return [
    ...operations,
    { operationId: 'token', method: 'POST', template: '/token', metered: false, handle },
  ];
}

function refusal(office: Office, { bearer }: SimulatedRequest, operationId: string): Answer | undefined {
  const { tokens, deadStatus, openToAll } = office;
  const token = bearer === undefined ? undefined : tokens.use(bearer);
  if (token === undefined) return json(deadStatus, { status: deadStatus });
  const allowed = openToAll.includes(operationId) || token.scopes.includes(scopeOf(operationId));
  return allowed ? undefined : json(403, { status: 403 });
}

function tokenAnswer({ tokens, lasting }: Office, request: SimulatedRequest): Answer {
  const form = formOf(request) ?? new URLSearchParams();
  const client = { clientId: form.get('client_id'), clientSecret: form.get('client_secret') };
  const granted =
    form.get('grant_type') === 'refresh_token'
      ? tokens.refresh(client, form.get('refresh_token') ?? '')
      : tokens.exchangeCode(client, form.get('code') ?? '', form.get('redirect_uri') ?? '');
  if (!granted.ok) return json(400, { error: granted.error });
  const { accessToken, refreshToken, expiresInSeconds } = granted.tokens;
  if (lasting) return json(200, { token: accessToken });
  return json(200, { token: accessToken, renewal: refreshToken, lifeInMinutes: expiresInSeconds / 60 });
}

function handlersOf(office: Office): Readonly<Record<keyof Answers, (request: SimulatedRequest) => Answer>> {
  const everything = <Thing>(of: (holding: Holding) => Iterable<Thing>) =>
    heldBy(office).flatMap((holding) => [...of(holding)]);
  const members = () => everything((holding) => holding.members);
  const letters = () =>
    everything((holding) => holding.letters)
      .map((letter) => ({ ...letter, updatedAt: office.touches.get(letter.id) ?? letter.updatedAt }))
      .sort((left, right) => right.updatedAt - left.updatedAt);
  return {
    whoAmI: ({ bearer = '' }) => json(200, { scopes: office.tokens.information(bearer)?.scopes ?? [] }),
    findMembers: ({ query }) => {
      const { things, next } = pageOf(
        members().filter(({ email }) => email === query.get('email')),
        query.get('page'),
        1,
      );
      return json(200, { members: things, next });
    },
    getMember: ({ parameters }) => found(members().find(({ id }) => id === parameters['memberId'])),
    listLetters: ({ query }) => {
      const { things, next } = pageOf(letters(), query.get('page'), 4);
      return json(200, { letters: things, next });
    },
    getLetter: ({ parameters }) => found(letters().find(({ id }) => id === parameters['letterId'])),
    listPages: ({ parameters, query }) => {
      const pages = new Map(everything((holding) => holding.pages)).get(parameters['letterId'] ?? '');
      if (pages === undefined) return json(404, { status: 404 });
      const { things, next } = pageOf(pages, query.get('after'), office.pagesPerAnswer);
      return json(200, { pages: things, next });
    },
    downloadScan: ({ parameters }) => {
      const scan = new Map(everything((holding) => holding.scans)).get(parameters['scanId'] ?? '');
      return scan === undefined ? json(404, { status: 404 }) : bytes(200, 'image/png', scan);
    },
    eraseMember: (request) => {
      const email = String(jsonObjectOf(request)?.['email']);
      if (!office.erasures.has(email)) office.erasures.set(email, office.now() + 2.5 * minute);
      return json(200, { accepted: true });
    },
    uninstall: () => {
      office.tokens.revokeAll('oauth');
      return json(200, { ended: true });
    },
  };
}

function found(thing: object | undefined): Answer {
  return thing === undefined ? json(404, { status: 404 }) : json(200, thing);
}

function pageOf<Thing>(all: readonly Thing[], cursor: string | null, size: number) {
  const start = Number(cursor ?? 0);
  const next = start + size < all.length ? String(start + size) : null;
  return { things: all.slice(start, start + size), next };
}
