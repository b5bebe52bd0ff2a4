import { distinct, nextLocate } from './locating.js';
import { RepeatedPage } from './queue.js';
import type { DeletionState } from './deletion-state.js';
import { keyOf } from './stored.js';
import type { Results, WorkOf } from './work.js';

/** The next page of things to locate, or of the plan; undefined when the plan is there. */
export function planningWork({ queue, things, plan }: DeletionState) {
  const [locate] = queue;
  if (locate !== undefined) return locate;
  return plan.done ? undefined : ({ kind: 'plan', things, cursor: plan.cursor } as const);
}

/** The state after a page of things was located. */
export function afterLocated(
  state: DeletionState,
  work: WorkOf<'locate'>,
  page: Results['locate'],
): DeletionState {
  const things = distinct([...state.things, ...page.things]);
  return { ...state, things, queue: [...nextLocate(work, page), ...state.queue.slice(1)] };
}

/** The state after a page of the plan was made. @throws RepeatedPage for a cursor that came before. */
export function afterPlanned(
  state: DeletionState,
  work: WorkOf<'plan'>,
  page: Results['plan'],
): DeletionState {
  const seen = [...state.plan.seen, keyOf(work.cursor)];
  if (page.next !== null && seen.includes(keyOf(page.next))) throw new RepeatedPage(work);
  const warnings = [...state.plan.warnings, ...page.warnings];
  const obstacles = [...state.plan.obstacles, ...page.obstacles];
  const added = page.operations.map((planned) => ({ planned, progress: { at: 'planned' } }) as const);
  const plan = { done: page.next === null, cursor: page.next, seen, warnings, obstacles };
  return { ...state, plan, operations: [...state.operations, ...added] };
}
