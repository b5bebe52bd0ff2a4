import type { DeletionPlan, DeletionSteps, Json } from '@privacy-connectors/core';
import { UnsupportedError } from '@privacy-connectors/core/errors';
import type { NewWork, Work } from '../store/work-store.js';
import { planDifference, planHash } from './plan-hash.js';
import type { Commit, TaskRun, WorkHandler } from './task-run.js';

/** Plans a deletion. What was approved before is begun only if the plan is still the same; else a person looks again. */
export const planWork: WorkHandler = async (run, work) => {
  const things = await run.stores.things.all(run.task.id, run.box);
  const plan = await deletionOf(run).plan(run.context(), run.subject, things, {
    includeVendorUsers: run.request.include_vendor_users,
  });
  const hash = planHash(plan, run.box);
  if (plan.operations.length === 0) return endWithoutOperations(run, work, plan, hash);
  const approvedHash = run.task.approved_hash ?? (run.request.approved ? hash : null);
  return approvedHash === hash ? begin(run, work, plan, hash) : askForApproval(run, work, plan, hash);
};

/** The deletion steps of a task's connector. @throws UnsupportedError when it has none. */
export function deletionOf(run: TaskRun): DeletionSteps<unknown, object, Json, Json> {
  const { deletion } = run.session.connector.implementation;
  if (deletion === undefined) throw new UnsupportedError('The connector offers no deletion.');
  return deletion;
}

function endWithoutOperations(run: TaskRun, work: Work, plan: DeletionPlan, hash: string): Commit {
  return async (connection) => {
    const { tasks, works } = run.stores;
    await tasks.savePlan(
      run.task.id,
      { content: plan, hash, changed: null, approvedHash: null },
      run.box,
      connection,
    );
    await works.addEnded(run.task.id, run.box, plan.obstacles, connection);
    const nothing = plan.obstacles.length === 0 && !(await works.sent(run.task.id, connection)).any;
    await works.end(work.id, 1, nothing ? { outcome: 'not_found' } : null, connection);
  };
}

function begin(run: TaskRun, work: Work, plan: DeletionPlan, hash: string): Commit {
  return async (connection) => {
    const { tasks, works, audit } = run.stores;
    await tasks.savePlan(
      run.task.id,
      { content: plan, hash, changed: null, approvedHash: hash },
      run.box,
      connection,
    );
    await works.addEnded(run.task.id, run.box, plan.obstacles, connection);
    const erasures = plan.operations.map((operation) => eraseOf(operation));
    await works.add(run.task.id, run.box, erasures, connection);
    await works.approveErasures(run.task.id, run.box, erasures, run.task.run, connection);
    await works.end(work.id, 1, null, connection);
    await audit.append(plannedEntry(run, plan, hash), connection);
  };
}

function askForApproval(run: TaskRun, work: Work, plan: DeletionPlan, hash: string): Commit {
  return async (connection) => {
    const { tasks, things, works, audit } = run.stores;
    const before =
      run.task.approved_hash === null ? null : await tasks.plan(run.task.id, run.box, connection);
    const changed = before === null ? null : planDifference(before, plan);
    await tasks.savePlan(
      run.task.id,
      { content: plan, hash, changed, approvedHash: null },
      run.box,
      connection,
    );
    await things.clear(run.task.id, connection);
    await works.end(work.id, 1, null, connection);
    await tasks.setStatus(run.task.id, 'awaiting_approval', null, connection);
    await audit.append(plannedEntry(run, plan, hash), connection);
  };
}

function eraseOf(operation: DeletionPlan['operations'][number]): NewWork {
  const payload = { stage: 'planned', operation: operation.operation };
  return { kind: 'erase', resource: operation.resource, key: operation.key, payload, count: operation.count };
}

function plannedEntry(run: TaskRun, plan: DeletionPlan, hash: string) {
  return {
    action: 'request.planned',
    actor: 'runner',
    details: {
      request: run.request.id,
      task: run.task.id,
      plan: hash,
      operations: plan.operations.length,
      warnings: plan.warnings.map((warning) => warning.code),
    },
  } as const;
}
