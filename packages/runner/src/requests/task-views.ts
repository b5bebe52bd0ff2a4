import type { ConnectorCatalogue } from '../application/application.js';
import type { OutcomeView, PlanView, TaskView } from '../application/views.js';
import type { DeletionPlan } from '../store/plan-pages.js';
import { openPlan } from '../store/task-store.js';
import { outcomesOf } from '../tasks/task-outcomes.js';
import type { TaskStores } from '../tasks/task-run.js';
import { unlessUnreadable } from '../vault/unless-unreadable.js';
import { hasEnded, readTaskFacts, type TaskFacts, type TaskInRequest } from './task-facts.js';

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
    const notCovered = this.#connectors.find(connectorId)?.manifest.notCovered ?? [];
    return {
      connection: name,
      connector: connectorId,
      status: task.status,
      outcomes: this.#outcomes(each, facts),
      notCovered: notCovered.filter((gap) => gap.capability === type),
      error: task.error,
      plan: planOf(each, facts.plans.get(task.id)),
      progress: (facts.progress.get(task.id) ?? []).map(({ kind, resource, done }) => {
        return { step: kind, resource, done };
      }),
      waitingUntil: facts.waitingUntil.get(task.id)?.toISOString() ?? null,
    };
  }

  /** What became of a task; of one that has expired, what was noted then. */
  #outcomes(each: TaskInRequest, facts: TaskFacts): readonly OutcomeView[] {
    const { status, summary } = each.task;
    if (status === 'cancelled') return [];
    return summary ?? this.#found(each, facts);
  }

  #found({ task, type, connection }: TaskInRequest, facts: TaskFacts): readonly OutcomeView[] {
    const connector = this.#connectors.find(connection?.connector ?? '');
    const counts = facts.records.get(task.id) ?? [];
    return outcomesOf(connector?.manifest, {
      type,
      // What was given up before it was looked for is not known to be absent.
      ended: hasEnded(task) && task.status !== 'dead_letter',
      located: connector?.implementation.subject.resource ?? '',
      records: new Map(counts.map(({ resource, count }) => [resource, count])),
      rows: facts.outcomes.get(task.id) ?? [],
    });
  }
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
