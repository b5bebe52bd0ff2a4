import type { Connector } from '@privacy-connectors/core';
import type { ConnectorCatalogue } from '../application/connector-catalogue.js';
import type { OutcomeView, PlanView, TaskView } from '../application/views/task-view.js';
import type { DeletionPlan } from '../store/plan-pages.js';
import { openPlan } from '../store/task-store.js';
import { foundOutcomes } from '../tasks/found-outcomes.js';
import { gapsOf } from '../tasks/task-ends.js';
import type { TaskStores } from '../tasks/task-run.js';
import { unlessUnreadable } from '../vault/unless-unreadable.js';
import { readTaskFacts, type TaskFacts, type TaskInRequest } from './task-facts.js';

/** Puts together what is shown of tasks. */
export class TaskViews {
  readonly #stores: TaskStores;
  readonly #connectors: ConnectorCatalogue;

  constructor(stores: TaskStores, connectors: ConnectorCatalogue) {
    this.#stores = stores;
    this.#connectors = connectors;
  }

  async view(task: TaskInRequest): Promise<TaskView> {
    return this.#view(task, await readTaskFacts(this.#stores, [task.task]));
  }

  /** What is shown of each task, in their order. */
  async views(tasks: readonly TaskInRequest[]): Promise<readonly TaskView[]> {
    const facts = await readTaskFacts(
      this.#stores,
      tasks.map(({ task }) => task),
    );
    return tasks.map((each) => this.#view(each, facts));
  }

  #view(each: TaskInRequest, facts: TaskFacts): TaskView {
    const { task, type, connection } = each;
    const { name = '', connector: connectorId = '' } = connection ?? {};
    // A connector whose package is gone is undefined: what was recorded is shown all the same.
    const connector = this.#connectors.find(connectorId);
    return {
      connection: name,
      connector: connectorId,
      status: task.status,
      outcomes: outcomesOf(each, facts, connector),
      notCovered: task.not_covered ?? gapsOf(connector, type),
      error: task.error,
      plan: planOf(each, facts.plans.get(task.id)),
      progress: (facts.progress.get(task.id) ?? []).map(({ kind, resource, done }) => {
        return { step: kind, resource, done };
      }),
      waitingUntil: facts.waitingUntil.get(task.id)?.toISOString() ?? null,
    };
  }
}

/** What became of a task: what was kept at its end or, earlier, when it expired; else by what its connector says now. */
function outcomesOf(
  { task, type }: TaskInRequest,
  facts: TaskFacts,
  connector: Connector | undefined,
): readonly OutcomeView[] {
  const { id, status, summary, came_to: cameTo } = task;
  const [counts, rows] = [facts.records.get(id) ?? [], facts.outcomes.get(id) ?? []];
  return summary ?? cameTo ?? foundOutcomes(connector, { type, status, counts, rows });
}

/** A plan that cannot be opened any more is not shown; without its hash nobody can approve it. */
function planOf({ task, box }: TaskInRequest, sealed: Buffer | undefined): PlanView | null {
  if (task.plan_hash === null || sealed === undefined || box === undefined) return null;
  try {
    const plan = openPlan(task.id, sealed, box);
    return { hash: task.plan_hash, changed: task.plan_changed, ...withoutValues(plan) };
  } catch (error) {
    return unlessUnreadable(error);
  }
}

function withoutValues(plan: DeletionPlan): Pick<PlanView, 'operations' | 'warnings'> {
  const operations = plan.operations.map(({ title, resource, count, alsoErases, irreversible }) => ({
    title,
    resource,
    count,
    alsoErases,
    irreversible,
  }));
  return { operations, warnings: plan.warnings };
}
