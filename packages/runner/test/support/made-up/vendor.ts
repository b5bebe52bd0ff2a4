import {
  json,
  type Route,
  type SimulatedRequest,
  SimulatorServer,
} from '@privacy-connectors/conformance/simulator';
import type { Identifier } from '@privacy-connectors/core';

/** A person at a made-up vendor: found by `searchable`, and bearing `handles`. */
export interface MadeUpPerson {
  readonly id: string;
  readonly name?: string;
  readonly searchable: readonly Identifier[];
  readonly handles?: readonly Identifier[];
  readonly notes?: number;
  /** Somebody else whom each of the notes names. */
  readonly friend?: { readonly id: string; readonly name: string };
}

/** Notes a vendor gives on a page. */
const notesPerPage = 2;

/** What a test runs against in place of a vendor. */
export interface MadeUpVendor {
  readonly server: SimulatorServer;
  readonly key: string;
  readonly people: Map<string, MadeUpPerson>;
  /** Ids of notes that are still there. */
  readonly notes: Set<string>;
  close(): Promise<void>;
}

/** Starts one; each call is noted in `journal`, as `<name> <operation>`, in the order of all vendors that share it. */
export async function startMadeUpVendor(
  name: string,
  people: readonly MadeUpPerson[],
  journal: string[] = [],
): Promise<MadeUpVendor> {
  const known = new Map(people.map((person) => [person.id, person]));
  const notes = new Set(people.flatMap(notesOf));
  const server = await SimulatorServer.start({
    routes: routesOf(known, notes).map((route) => ({
      ...route,
      handle: (request: SimulatedRequest) => {
        journal.push(`${name} ${route.operationId}`);
        return route.handle(request);
      },
    })),
    tokenKind: () => 'static',
    errorBody: (status) => ({ status }),
  });
  return { server, key: `key-of-${name}-5d0a`, people: known, notes, close: () => server.close() };
}

function notesOf({ id, notes = 0 }: MadeUpPerson): readonly string[] {
  return Array.from({ length: notes }, (_, index) => `${id}-${index + 1}`);
}

function routesOf(people: Map<string, MadeUpPerson>, notes: Set<string>): readonly Route[] {
  const route = (operationId: string, method: string, template: string, handle: Route['handle']): Route => ({
    operationId,
    method,
    template,
    metered: false,
    handle,
  });
  return [
    route('account', 'GET', '/account', () => json(200, { account: 'Example' })),
    route('findPeople', 'GET', '/people', (request) => json(200, found([...people.values()], request))),
    route('getPerson', 'GET', '/people/{id}', ({ parameters }) => {
      const person = people.get(parameters['id'] ?? '');
      return person === undefined ? json(404, {}) : json(200, { id: person.id, name: person.name ?? '' });
    }),
    route('listNotes', 'GET', '/people/{id}/notes', ({ parameters, query }) => {
      const id = parameters['id'] ?? '';
      const own = [...notes].filter((note) => note.startsWith(`${id}-`));
      const friend = people.get(id)?.friend;
      const named = friend === undefined ? {} : { friend };
      return json(
        200,
        pageOf(
          own.map((note) => ({ id: note, text: `Note ${note}`, ...named })),
          Number(query.get('page')),
        ),
      );
    }),
    route('getNote', 'GET', '/notes/{id}', ({ parameters }) => {
      const id = parameters['id'] ?? '';
      return notes.has(id) ? json(200, { id }) : json(404, {});
    }),
    route('deleteNote', 'DELETE', '/notes/{id}', ({ parameters }) =>
      notes.delete(parameters['id'] ?? '') ? json(200, {}) : json(404, {}),
    ),
    route('deletePerson', 'DELETE', '/people/{id}', ({ parameters }) =>
      people.delete(parameters['id'] ?? '') ? json(200, {}) : json(404, {}),
    ),
  ];
}

function found(people: readonly MadeUpPerson[], { query }: SimulatedRequest) {
  const matching = people.filter(({ searchable }) =>
    searchable.some(({ kind, value }) => kind === query.get('kind') && value === query.get('value')),
  );
  return { people: matching.map(({ id, handles = [] }) => ({ id, handles })), next: null };
}

function pageOf(notes: readonly object[], page: number) {
  const start = (page - 1) * notesPerPage;
  return {
    notes: notes.slice(start, start + notesPerPage),
    next: start + notesPerPage < notes.length ? page + 1 : null,
  };
}
