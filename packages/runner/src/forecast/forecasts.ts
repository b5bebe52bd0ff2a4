import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import type { ForecastView } from '../application/views/deadline-view.js';
import type { ForecastFacts, ForecastStore, ForecastTask } from '../store/forecast-store.js';
import { laneOf, queuedTask } from './lane-of.js';
import { type Estimate, estimateLane } from './lane.js';

/** Milliseconds for which a forecast holds: it is the same for all requests, and many may be asked for at once. */
const holds = 2_000;

/** Calls a second that a connection may be called with; null when it cannot be opened. */
export type PaceOf = (connectionId: string) => Promise<number | null>;

/** What the forecasts are made from. */
export interface ForecastParts {
  readonly store: ForecastStore;
  readonly connectors: ConnectorCatalogue;
  readonly paceOf: PaceOf;
  readonly now: () => Date;
}

/** Tells when requests will be done, from the pace of their connections and the work that comes before them. */
export class Forecasts {
  readonly #parts: ForecastParts;
  #made: { readonly at: number; readonly views: Promise<ReadonlyMap<string, ForecastView>> } | undefined;

  constructor(parts: ForecastParts) {
    this.#parts = parts;
  }

  /** Null for a request that has ended. */
  async of(requestId: string): Promise<ForecastView | null> {
    const now = this.#parts.now().getTime();
    if (this.#made === undefined || now - this.#made.at > holds)
      this.#made = { at: now, views: this.#make(now) };
    const made = this.#made;
    try {
      return (await made.views).get(requestId) ?? null;
    } catch (error) {
      if (this.#made === made) this.#made = undefined;
      throw error;
    }
  }

  async #make(now: number): Promise<ReadonlyMap<string, ForecastView>> {
    const facts = await this.#parts.store.facts();
    const estimates = new Map<string, Estimate[]>();
    for (const connectionId of new Set(facts.tasks.map((task) => task.connection_id))) {
      const tasks = facts.tasks.filter((task) => task.connection_id === connectionId);
      const made = await this.#lane(connectionId, tasks, facts, now);
      for (const { id, request_id } of tasks) {
        estimates.set(request_id, [...(estimates.get(request_id) ?? []), made.get(id) ?? { unknown: '' }]);
      }
    }
    return new Map([...estimates].map(([id, each]) => [id, viewOf(each, facts.isWorked)]));
  }

  async #lane(
    connectionId: string,
    tasks: readonly ForecastTask[],
    { typical, scans, paces }: ForecastFacts,
    now: number,
  ): Promise<ReadonlyMap<string, Estimate>> {
    const manifest = this.#parts.connectors.find(tasks[0]?.connector ?? '')?.manifest;
    const own = scans.filter((scan) => scan.connection_id === connectionId);
    const learned = paces.find((pace) => pace.connection_id === connectionId)?.per_second;
    const pace = learned ?? (await this.#parts.paceOf(connectionId));
    const queue = tasks.map((task) => queuedTask(task, typical, manifest));
    return estimateLane(queue, laneOf(manifest, own, pace), now);
  }
}

/** A request is done when the last of its tasks is. */
export function viewOf(estimates: readonly Estimate[], isWorked: boolean): ForecastView {
  const unknown = estimates.find((each) => 'unknown' in each);
  if (unknown !== undefined && 'unknown' in unknown) return { doneBy: null, reason: unknown.unknown };
  if (!isWorked) return { doneBy: null, reason: 'Nobody carries it out now: start dsr worker.' };
  const known = estimates.flatMap((each) => ('at' in each ? [each] : []));
  const last = known.reduce((one, other) => (other.at > one.at ? other : one), { at: 0, calls: 0 });
  return {
    doneBy: new Date(Math.ceil(last.at / 1000) * 1000).toISOString(),
    reason: `About ${Math.ceil(last.calls)} calls to the vendor, those of more urgent requests included.`,
  };
}
