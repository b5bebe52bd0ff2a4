import type { Connector, NotCovered } from '@privacy-connectors/core';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import type { RequestType } from '../application/views/request-view.js';
import type { OutcomeView, TaskStatus } from '../application/views/task-view.js';
import { described } from '../connectors/described-connector.js';
import type { Queryable } from '../store/database.js';
import { foundOutcomes } from './found-outcomes.js';
import type { TaskStores } from './task-run.js';

/** A task that ends. */
export interface EndingTask {
  readonly id: string;
  readonly status: TaskStatus;
  /** Where they are known; they are put together otherwise. */
  readonly outcomes?: readonly OutcomeView[];
}

/**
 * Keeps with each task what it came to, in the transaction that ends it: a connector that is loaded later knows resources that
 * nobody searched, and forgets what was out of reach.
 */
export class TaskEnds {
  readonly #stores: TaskStores;
  readonly #connectors: ConnectorCatalogue;

  constructor(stores: TaskStores, connectors: ConnectorCatalogue) {
    this.#stores = stores;
    this.#connectors = connectors;
  }

  async keep(task: EndingTask, connection: Queryable): Promise<void> {
    const { ends } = this.#stores;
    const nature = await ends.natureOf(task.id, connection);
    const connector = this.#connectors.find(nature.connector);
    const end = {
      outcomes: task.outcomes ?? (await this.#found(task, nature.type, connector, connection)),
      notCovered: gapsOf(connector, nature.type),
      connector: connector === undefined ? null : described(connector),
    };
    await ends.keep(task.id, end, connection);
  }

  async #found(
    { id, status }: EndingTask,
    type: RequestType,
    connector: Connector | undefined,
    connection: Queryable,
  ): Promise<readonly OutcomeView[]> {
    const { records, results } = this.#stores;
    const counts = await records.counts([id], connection);
    const rows = await results.outcomes([id], connection);
    return foundOutcomes(connector, { type, status, counts, rows });
  }
}

/** What a connector cannot reach, of what such a request is about. */
export function gapsOf(connector: Connector | undefined, type: RequestType): readonly NotCovered[] {
  return (connector?.manifest.notCovered ?? []).filter(({ capability }) => capability === type);
}
