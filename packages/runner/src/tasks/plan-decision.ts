import type { DeletionPlan } from '../store/plan-pages.js';
import type { NewWork, Work } from '../store/work-store.js';
import { planDifference, planHash } from './plan-hash.js';
import { renewErasures } from './renew-erasures.js';
import type { Commit, TaskRun } from './task-run.js';

/** Begins what a plan says if it was approved; else a person looks at it first. */
export async function decide(run: TaskRun, work: Work, plan: DeletionPlan): Promise<Commit> {
  const hash = planHash(plan, run.box);
  if (plan.operations.length === 0) return endWithoutOperations(run, work, plan, hash);
  return (await isApproved(run, hash)) ? begin(run, work, plan, hash) : askForApproval(run, work, plan, hash);
}

/**
 * An approval holds for one plan. One that was given unseen holds for the last plan of the run before anything was sent: until
 * then the other connections may still find identifiers.
 */
async function isApproved(run: TaskRun, hash: string): Promise<boolean> {
  const { id, approved_hash: approved, run: number } = run.task;
  const { erasures } = run.stores;
  if (approved === hash) return true;
  if (!run.request.approved || (await erasures.sent(id)).any) return false;
  return approved === null || (await erasures.hasApproved(id, number));
}

function endWithoutOperations(run: TaskRun, work: Work, plan: DeletionPlan, hash: string): Commit {
  return async (connection) => {
    const { tasks, works, erasures } = run.stores;
    await tasks.savePlan(
      run.task.id,
      { content: plan, hash, changed: null, approvedHash: null },
      run.box,
      connection,
    );
    await works.addEnded(run.task.id, run.box, 'plan', plan.obstacles, connection);
    await erasures.forgetUnsent(run.task.id, connection);
    await erasures.approve(run.task.id, run.box, [], run.task.run, connection);
    const nothing = plan.obstacles.length === 0 && !(await erasures.sent(run.task.id, connection)).any;
    await works.end(work.id, 1, nothing ? { outcome: 'not_found' } : null, connection);
  };
}

function begin(run: TaskRun, work: Work, plan: DeletionPlan, hash: string): Commit {
  return async (connection) => {
    const { tasks, works, erasures, audit } = run.stores;
    await tasks.savePlan(
      run.task.id,
      { content: plan, hash, changed: null, approvedHash: hash },
      run.box,
      connection,
    );
    await works.addEnded(run.task.id, run.box, 'plan', plan.obstacles, connection);
    const planned = plan.operations.map((operation) => eraseOf(operation));
    await erasures.forgetUnsent(run.task.id, connection);
    await renewErasures(run, planned, connection);
    await works.add(run.task.id, run.box, planned, connection);
    await erasures.approve(run.task.id, run.box, planned, run.task.run, connection);
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
    await things.setAside(run.task.id, connection);
    await works.end(work.id, 1, null, connection);
    await tasks.setStatus(run.task.id, 'awaiting_approval', null, connection);
    await audit.append(plannedEntry(run, plan, hash), connection);
  };
}

function eraseOf(operation: DeletionPlan['operations'][number]): NewWork {
  const { resource, key, count, stage = 0 } = operation;
  const payload = { stage: 'planned', operation: operation.operation };
  return { kind: 'erase', resource, key, payload, count, stage };
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
