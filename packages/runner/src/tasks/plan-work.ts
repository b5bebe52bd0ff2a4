import type { DeletionPlanPage, Json } from '@privacy-connectors/core';
import type { Work } from '../store/work-store.js';
import { assertMovesOn } from './cursor-guard.js';
import { deletionOf } from './deletion-of.js';
import { decide } from './plan-decision.js';
import { subjectOf } from './subject-of.js';
import type { Commit, TaskRun, WorkHandler } from './task-run.js';
import { wholePlan } from './whole-plan.js';

/** Where planning stands; pages count from 1. */
type PlanState = { readonly cursor: Json | null; readonly page: number };

/** Makes a page of a deletion's plan and keeps it; with the last one it decides about the whole. */
export const planWork: WorkHandler = async (run, work) => {
  // Another search may still find things that belong into the plan.
  if (await run.stores.preparation.isLocating(run.task.id)) return postpone(run, work);
  const state = work.payload as unknown as PlanState;
  const page = await planPage(run, state.cursor);
  if (page.next !== null) return keep(run, work, state.page, page);
  const earlier = await run.stores.planPages.all(work.id, run.box);
  return decide(run, work, wholePlan([...earlier, page]));
};

async function planPage(run: TaskRun, stored: Json | null): Promise<DeletionPlanPage> {
  const steps = deletionOf(run);
  const cursor = stored === null ? null : steps.planCursor.parse(stored);
  const things = await run.stores.things.all(run.task.id, run.box);
  const options = { includeVendorUsers: run.request.include_vendor_users };
  const page = await steps.plan(run.context(), await subjectOf(run), things, options, cursor);
  assertMovesOn(cursor, page.next);
  return page;
}

function keep(run: TaskRun, work: Work, number: number, page: DeletionPlanPage): Commit {
  const { operations, warnings, obstacles, next } = page;
  return async (connection) => {
    const { planPages, works } = run.stores;
    await planPages.save(work.id, number, { operations, warnings, obstacles }, run.box, connection);
    const payload = { cursor: next, page: number + 1 };
    await works.advance(work, run.box, { payload, done: 1 }, connection);
  };
}

function postpone(run: TaskRun, work: Work): Commit {
  const notBefore = new Date(run.now().getTime() + 1000);
  const place = { payload: work.payload, done: 0, notBefore };
  return (connection) => run.stores.works.advance(work, run.box, place, connection);
}
