import type { Json } from '@privacy-connectors/core';
import type { TaskView } from '../application/views/task-view.js';
import { grouped } from '../store/grouped.js';
import type { RequestRow } from '../store/request-store.js';
import type { TaskRow } from '../store/task-store.js';
import type { RequestViews } from '../requests/request-views.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { Box } from '../vault/box.js';
import type { DataKeys } from '../vault/data-keys.js';
import type { ReceiptPart } from './receipt-part.js';
import type {
  ReceiptApproval,
  ReceiptException,
  ReceiptRequest,
  ReceiptStatement,
  ReceiptTask,
} from './receipt.js';
import { attestedOutcomes, operationsOf } from './receipt-operations.js';
import { subjectDigests } from './subject-digests.js';
import { withoutValues } from './without-values.js';

/** What statements are made of. */
export interface StatementParts {
  readonly stores: TaskStores;
  readonly keys: DataKeys;
  readonly views: RequestViews;
  readonly parts: readonly ReceiptPart[];
}

type FromWork = Pick<ReceiptStatement, 'subject' | 'approvals' | 'tasks' | 'exceptions'>;

/** Puts together what a receipt says of a request that has ended. */
export class ReceiptStatements {
  readonly #parts: StatementParts;

  constructor(parts: StatementParts) {
    this.#parts = parts;
  }

  /**
   * Once the request's data key is destroyed, what was made of its work stands as the receipt before has it; undefined when
   * there is none.
   */
  async of(request: RequestRow, before: ReceiptStatement | undefined): Promise<ReceiptStatement | undefined> {
    const fromWork = (await this.#whileReadable(request)) ?? before;
    if (fromWork === undefined) return undefined;
    const { subject, approvals, tasks, exceptions } = fromWork;
    return {
      request: headOf(request),
      subject,
      approvals,
      tasks,
      exceptions,
      parts: await this.#told(request.id),
    };
  }

  /** Undefined also when the key is destroyed meanwhile: the work is swept then, and half of it may be gone already. */
  async #whileReadable(request: RequestRow): Promise<FromWork | undefined> {
    const { keys } = this.#parts;
    const isGone = () => keys.isDestroyed('request', request.id);
    if (await isGone()) return undefined;
    const made = await this.#fromWork(request, await keys.box('request', request.id));
    return (await isGone()) ? undefined : made;
  }

  async #fromWork(request: RequestRow, box: Box): Promise<FromWork> {
    const { stores, keys, views } = this.#parts;
    const identifiers = await stores.identifiers.open(request.id, box);
    const searched = (await stores.searches.numbersOf([request.id])).get(request.id) ?? new Set<number>();
    const tasks = await this.#tasks(request, (await views.view(request)).tasks, box);
    const statement: FromWork = {
      subject: subjectDigests(await keys.installationBox(), request.id, identifiers, searched),
      approvals: await this.#approvals(request),
      tasks,
      exceptions: tasks.flatMap(exceptionsOf),
    };
    const values = identifiers.map(({ value }) => value);
    return withoutValues(statement, values);
  }

  async #tasks(request: RequestRow, views: readonly TaskView[], box: Box): Promise<readonly ReceiptTask[]> {
    const { stores } = this.#parts;
    const rows = await stores.tasks.ofRequest(request.id);
    const ids = rows.map(({ id }) => id);
    const versions = await stores.tasks.versionsOf(ids);
    const erasures = grouped(await stores.erasures.ofTasks(ids), taskOf);
    const steps = grouped(await stores.journal.ofTasks(ids), taskOf);
    const made = rows.map(async ({ id }: TaskRow, index) => {
      const view = views[index];
      if (view === undefined) throw new Error('A task has no view.');
      const plan = await stores.tasks.plan(id, box);
      const operations = operationsOf(erasures.get(id) ?? [], steps.get(id) ?? [], plan, box);
      return taskOfReceipt(view, versions.get(id) ?? [], operations);
    });
    return Promise.all(made);
  }

  /** An approval in advance holds for whatever the plan turned out to be. */
  async #approvals({
    id,
    approved,
    created_by,
    received_at,
  }: RequestRow): Promise<readonly ReceiptApproval[]> {
    const rows = await this.#parts.stores.approvals.ofRequest(id);
    const seen = rows.map(({ plan_hash, approved_by, approved_at }) => {
      return { by: approved_by, at: approved_at.toISOString(), plan: plan_hash };
    });
    return approved ? [{ by: created_by, at: received_at.toISOString(), plan: null }, ...seen] : seen;
  }

  async #told(requestId: string): Promise<{ readonly [name: string]: Json }> {
    const told = await Promise.all(
      this.#parts.parts.map(async (part) => [part.name, await part.of(requestId)] as const),
    );
    return Object.fromEntries<Json>(told.filter(([, said]) => said !== null));
  }
}

function headOf(request: RequestRow): ReceiptRequest {
  const { extended_at: at, first_due_at: firstDueAt } = request;
  return {
    id: request.id,
    type: request.type,
    status: request.status,
    regulation: request.regulation,
    receivedAt: request.received_at.toISOString(),
    dueAt: request.due_at.toISOString(),
    extended:
      at === null || firstDueAt === null
        ? null
        : { at: at.toISOString(), firstDueAt: firstDueAt.toISOString() },
    answeredAt: request.finished_at?.toISOString() ?? null,
    recordedBy: request.created_by,
  };
}

function taskOfReceipt(
  view: TaskView,
  versions: ReceiptTask['versions'],
  operations: ReceiptTask['operations'],
): ReceiptTask {
  const { connection, connector, status, plan } = view;
  return {
    connection,
    connector,
    versions,
    status,
    plan: plan === null ? null : { hash: plan.hash, operations: plan.operations, warnings: plan.warnings },
    outcomes: attestedOutcomes(view.outcomes, operations),
    operations,
    notCovered: view.notCovered.map(({ what, why, remedy }) => ({ what, why, remedy })),
  };
}

function exceptionsOf({ connection, outcomes }: ReceiptTask): readonly ReceiptException[] {
  return outcomes
    .filter(({ outcome }) => outcome === 'retained')
    .map(({ resource, count, reason }) => ({ connection, resource, count, basis: reason ?? 'not stated' }));
}

function taskOf({ task_id }: { readonly task_id: string }): string {
  return task_id;
}
