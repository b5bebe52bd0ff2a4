import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import type { ForecastView } from '../application/views/deadline-view.js';
import type { IdentifierView } from '../application/views/identifier-view.js';
import type { ReappearanceView } from '../application/views/reappearance-view.js';
import type { RequestView } from '../application/views/request-view.js';
import type { HoldView } from '../application/views/retention-view.js';
import type { ReadFirstView } from '../application/views/task-view.js';
import { deadlineView } from '../deadlines/deadline-view.js';
import { EngineError } from '../errors/runner-error.js';
import type { Forecasts } from '../forecast/forecasts.js';
import type { LegalHoldStore } from '../retention/legal-hold-store.js';
import { retentionView } from '../retention/retention-view.js';
import type { ReappearanceStore } from '../reappearance/reappearance-store.js';
import type { ConnectionStore } from '../store/connection-store.js';
import { openIdentifiers, type SealedIdentifier } from '../store/identifier-store.js';
import type { RequestRow } from '../store/request-store.js';
import type { UnreadAccess } from '../store/unread-accesses.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { Box } from '../vault/box.js';
import type { DataKeys } from '../vault/data-keys.js';
import { unlessUnreadable } from '../vault/unless-unreadable.js';
import { type IdentifiedTask, identifierViews } from './identifier-views.js';
import type { TaskInRequest } from './task-facts.js';
import type { TaskViews } from './task-views.js';

/** Requests that are read together: a list without an end must not lie in memory with all it is made of. */
const readTogether = 100;

/** What the views are made with. */
export interface ViewParts {
  readonly stores: TaskStores;
  readonly connections: ConnectionStore;
  readonly connectors: ConnectorCatalogue;
  readonly keys: DataKeys;
  readonly forecasts: Forecasts;
  readonly tasks: TaskViews;
  readonly holds: LegalHoldStore;
  readonly reappearances: ReappearanceStore;
  /** Days that what a request found is kept after its end. */
  readonly retentionDays: number;
}

/** What is stored about requests, by the id of the request. */
interface RequestFacts {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly tasks: ReadonlyMap<string, readonly TaskInRequest[]>;
  readonly identifiers: ReadonlyMap<string, readonly SealedIdentifier[]>;
  readonly searched: ReadonlyMap<string, ReadonlySet<number>>;
  readonly holds: ReadonlyMap<string, HoldView>;
  readonly reappearances: ReadonlyMap<string, readonly ReappearanceView[]>;
  readonly unread: ReadonlyMap<string, readonly UnreadAccess[]>;
}

/** Puts together what is shown of requests. */
export class RequestViews {
  readonly #parts: ViewParts;

  constructor(parts: ViewParts) {
    this.#parts = parts;
  }

  async view(request: RequestRow): Promise<RequestView> {
    const [view] = await this.views([request]);
    if (view === undefined) throw new EngineError('A request came without its view.');
    return view;
  }

  /** What is shown of each request, in their order. */
  async views(requests: readonly RequestRow[]): Promise<readonly RequestView[]> {
    const views: RequestView[] = [];
    for (let at = 0; at < requests.length; at += readTogether) {
      views.push(...(await this.#viewsTogether(requests.slice(at, at + readTogether))));
    }
    return views;
  }

  async #viewsTogether(requests: readonly RequestRow[]): Promise<readonly RequestView[]> {
    const facts = await this.#facts(requests);
    const tasks = requests.flatMap(({ id }) => facts.tasks.get(id) ?? []);
    const shown = await this.#parts.tasks.views(tasks);
    const views = requests.map(async (request) => {
      const own = shown.filter((_, index) => tasks[index]?.task.request_id === request.id);
      return { ...this.#head(request, facts), forecast: await this.#forecast(request), tasks: own };
    });
    return Promise.all(views);
  }

  /** As many statements for a hundred requests as for one. */
  async #facts(requests: readonly RequestRow[]): Promise<RequestFacts> {
    const { stores, keys, connections, holds, reappearances } = this.#parts;
    const ids = requests.map(({ id }) => id);
    const [boxes, rows, identifiers, searched, held, watched, waited] = await Promise.all([
      keys.boxes('request', ids),
      stores.tasks.ofRequests(ids),
      stores.identifiers.sealed(ids),
      stores.searches.numbersOf(ids),
      holds.inForce(ids),
      reappearances.views(ids),
      stores.unreadAccesses.before(ids),
    ]);
    const used = new Set([...rows.values()].flat().map((task) => task.connection_id));
    const known = await connections.byIds([...used]);
    const tasks = requests.map(({ id, type }) => {
      const own = (rows.get(id) ?? []).map((task) => {
        return { task, type, box: boxes.get(id), connection: known.get(task.connection_id) };
      });
      return [id, own] as const;
    });
    const found = { identifiers, searched, holds: held, reappearances: watched, unread: waited };
    return { boxes, tasks: new Map(tasks), ...found };
  }

  #head(request: RequestRow, facts: RequestFacts): Omit<RequestView, 'forecast' | 'tasks'> {
    return {
      id: request.id,
      type: request.type,
      status: request.status,
      receivedAt: request.received_at.toISOString(),
      ...deadlineView(request, facts.boxes.get(request.id), new Date()),
      finishedAt: request.finished_at?.toISOString() ?? null,
      waitsFor: waitsFor(facts.unread.get(request.id) ?? []),
      identifiers: this.#identifiers(request.id, facts),
      retention: retentionView(request, facts.holds.get(request.id) ?? null, this.#parts.retentionDays),
      reappearance: facts.reappearances.get(request.id) ?? [],
    };
  }

  async #forecast(request: RequestRow): Promise<ForecastView | null> {
    return request.finished_at === null ? this.#parts.forecasts.of(request.id) : null;
  }

  /** A request outlives its data key; what was sealed under it is gone then. */
  #identifiers(id: string, facts: RequestFacts): readonly IdentifierView[] {
    const box = facts.boxes.get(id);
    if (box === undefined) return [];
    try {
      const identifiers = openIdentifiers(facts.identifiers.get(id) ?? [], box);
      const tasks = (facts.tasks.get(id) ?? []).map((task) => this.#identified(task));
      return identifierViews(identifiers, tasks, facts.searched.get(id) ?? new Set());
    } catch (error) {
      unlessUnreadable(error);
      return [];
    }
  }

  #identified({ task, connection }: TaskInRequest): IdentifiedTask {
    const consumes = this.#parts.connectors.find(connection?.connector ?? '')?.manifest.identifiers.consumes;
    const { name = '', namespaces = {} } = connection ?? {};
    return { task: task.id, connection: name, consumes: consumes ?? [], namespaces };
  }
}

function waitsFor(accesses: readonly UnreadAccess[]): ReadFirstView | null {
  const [first] = accesses;
  if (first === undefined) return null;
  return { requests: accesses.map(({ access_id: id }) => id), until: first.until.toISOString() };
}
