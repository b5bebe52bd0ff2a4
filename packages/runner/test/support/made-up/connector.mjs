import { defineConnector, jsonCodec } from '@privacy-connectors/core';
import { answeredWith, createAnswerReader, operationTag } from '@privacy-connectors/core/http';
import { IsString, IsUrl } from 'class-validator';

/** Settings of a made-up connection; decorators are applied by hand, as this is plain JavaScript. */
class Settings {
  baseUrl = 'https://api.made-up.example';
}
IsString()(Settings.prototype, 'baseUrl');
IsUrl({ require_tld: false })(Settings.prototype, 'baseUrl');

const operations = {
  account: operation('GET', '/account', ['connection']),
  findPeople: operation('GET', '/people', ['access', 'deletion']),
  getPerson: operation('GET', '/people/{id}', ['access', 'deletion']),
  listNotes: operation('GET', '/people/{id}/notes', ['access', 'deletion']),
  getNote: operation('GET', '/notes/{id}', ['deletion']),
  deleteNote: operation('DELETE', '/notes/{id}', ['deletion']),
  deletePerson: operation('DELETE', '/people/{id}', ['deletion']),
};

function operation(method, path, usedFor) {
  return { method, path, purpose: path, usedFor, scopes: [], idempotent: true, rateLimit: 'all' };
}

const text = { type: 'string' };
const page = jsonCodec('page', { type: 'integer', minimum: 2 });
const ref = jsonCodec('id', text);

/** A connector of a made-up vendor with people and notes about them, authenticated by a key, or with `oauth` by OAuth. */
export function madeUpConnector({ id, consumes, produces, oauth = false, deadStatuses }) {
  return defineConnector(manifestOf({ id, consumes, produces, oauth, deadStatuses })).implement({
    settings: Settings,
    configure: ({ baseUrl }) => ({
      baseUrl,
      rateLimits: { all: { limits: [{ requestsPerSecond: 1000, burst: 100 }], per: 'connection' } },
      verification: { everySeconds: 1, forSeconds: 30 },
      ...(oauth ? { oauth: { authorizationUrl: `${baseUrl}/auth`, tokenUrl: `${baseUrl}/token` } } : {}),
    }),
    ...(oauth ? { normaliseTokenAnswer: (answer) => answer } : {}),
    connect: ({ fetch, profile }) => clientOf(fetch, profile.baseUrl),
    check: async ({ client, signal }) => {
      const { account } = await client('account', '/account', {}, signal);
      return { account, grantedScopes: 'unknown' };
    },
    subject: { resource: 'people', cursor: page, locate: (...given) => locate(produces, ...given) },
    resources: {
      people: { ref, cursor: page, read: readPerson },
      notes: { ref, cursor: page, read: readNotes },
    },
    deletion: {
      operation: target,
      ticket: target,
      planCursor: place,
      plan,
      erase,
      verify,
      ticketOf: (it) => it,
    },
  });
}

const oauthScheme = {
  kind: 'oauth2',
  authorizationUrl: 'https://login.made-up.example/auth',
  tokenPath: '/token',
  clientAuthentication: 'client_secret_post',
  pkce: true,
  scopesInAuthorizationUrl: true,
  staticToken: false,
  defaultTokenLifetimeSeconds: 3600,
  rejectionStatuses: [401],
};

function manifestOf({ id, consumes, produces, oauth, deadStatuses }) {
  const resource = {
    title: '',
    description: '',
    dataCategories: ['user'],
    lookup: 'locate',
    erasure: 'immediate',
    vendorKeeps: '',
    binary: false,
  };
  const capability = { mode: 'synchronous', granularity: 'per_record', description: '' };
  return {
    contract: 1,
    id,
    title: `Made-up ${id}`,
    version: '1.0.0',
    vendorApiVersion: '1',
    baseUrl: 'https://api.made-up.example',
    hosts: ['api.made-up.example'],
    auth: oauth
      ? oauthScheme
      : { kind: 'api_key', header: 'x-key', prefix: 'Key ', rejectionStatuses: [401] },
    scopes: oauth ? { 'people.read': { description: '', neededFor: ['access'] } } : {},
    rateLimits: { all: { limits: [{ requestsPerSecond: 1000, burst: 100 }], per: 'connection' } },
    identifiers: { consumes, produces },
    capabilities: { access: capability, deletion: capability },
    resources: { people: resource, notes: { ...resource, lookup: 'parent', parent: 'people' } },
    operations,
    settings: { baseUrl: { type: 'string', default: 'https://api.made-up.example', description: '' } },
    notCovered: [],
    ...(deadStatuses === undefined ? {} : { disconnection: { manualSteps: [], deadStatuses } }),
    sources: [],
  };
}

/** A client for JSON over GET and DELETE. */
function clientOf(fetch, baseUrl) {
  const tag = operationTag(operations);
  const read = createAnswerReader({ validate: () => undefined }, operations);
  return async (operationId, path, query, signal) => {
    const { method, path: schemaPath } = operations[operationId];
    const request = new globalThis.Request(`${baseUrl}${path}?${new globalThis.URLSearchParams(query)}`, {
      method,
      signal,
    });
    tag.onRequest({ request, schemaPath });
    const response = await fetch(request);
    return read(operationId, { data: response.ok ? await response.json() : undefined, response });
  };
}

async function locate(produces, { client, signal }, { kind, value }, cursor) {
  const query = { kind, value, page: String(cursor ?? 1) };
  const { people, next } = await client('findPeople', '/people', query, signal);
  return {
    things: people.map((person) => ({ resource: 'people', ref: person.id })),
    identifiers: people.flatMap((person) =>
      person.handles.filter((handle) => produces.includes(handle.kind)),
    ),
    next,
  };
}

async function readPerson({ client, signal }, id) {
  const person = await client('getPerson', `/people/${id}`, {}, signal);
  return { records: [{ id, data: { name: person.name } }], children: { notes: [id] }, next: null };
}

async function readNotes({ client, signal }, id, cursor) {
  const { notes, next } = await client(
    'listNotes',
    `/people/${id}/notes`,
    { page: String(cursor ?? 1) },
    signal,
  );
  const parent = { resource: 'people', id };
  return { records: notes.map((note) => noteRecord(note, parent)), next };
}

function noteRecord({ id, text: said, friend }, parent) {
  if (friend === undefined) return { id, parent, data: { text: said } };
  const identifiers = [{ kind: 'user_id', value: friend.id }];
  const people = [{ kind: 'other_person', names: [friend.name], identifiers }];
  return { id, parent, people, data: { text: said, friend } };
}

const target = jsonCodec('target', {
  type: 'object',
  required: ['kind', 'id'],
  properties: { kind: text, id: text },
});
const place = jsonCodec('place', {
  type: 'object',
  required: ['thing', 'page'],
  properties: { thing: { type: 'integer' }, page: { type: 'integer' } },
});

/** Notes first, a page of a person's at a time, then the person. */
async function plan({ client, signal }, _subject, things, _options, cursor) {
  const { thing, page: number } = cursor ?? { thing: 0, page: 1 };
  const found = things[thing];
  if (found === undefined) return { operations: [], warnings: [], obstacles: [], next: null };
  const path = `/people/${found.ref}/notes`;
  const { notes, next } = await client('listNotes', path, { page: String(number) }, signal);
  const ends = next === null;
  return {
    operations: [
      ...notes.map((note) => planned('notes', 'note', note.id, 0)),
      ...(ends ? [planned('people', 'person', found.ref, 1)] : []),
    ],
    warnings: [],
    obstacles: [],
    next: ends ? nextThing(things, thing) : { thing, page: next },
  };
}

function nextThing(things, thing) {
  return thing + 1 < things.length ? { thing: thing + 1, page: 1 } : null;
}

function planned(resource, kind, id, stage) {
  const operation = { kind, id };
  return {
    key: `${kind} ${id}`,
    title: `Delete one of ${resource}`,
    resource,
    count: 1,
    alsoErases: [],
    irreversible: true,
    stage,
    operation,
  };
}

async function erase({ client, signal }, { kind, id }) {
  if (kind === 'note') await client('deleteNote', `/notes/${id}`, {}, signal);
  else await client('deletePerson', `/people/${id}`, {}, signal);
  return { outcome: 'deleted' };
}

async function verify({ client, signal }, ticket) {
  const { kind, id } = ticket;
  try {
    if (kind === 'note') await client('getNote', `/notes/${id}`, {}, signal);
    else await client('getPerson', `/people/${id}`, {}, signal);
    return { outcome: 'pending', ticket, checkAfter: 0 };
  } catch (error) {
    if (answeredWith(error, 404)) return { outcome: 'deleted', remark: 'The vendor keeps its number.' };
    throw error;
  }
}
