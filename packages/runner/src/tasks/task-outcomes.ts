import type { Manifest, Outcome } from '@privacy-connectors/core';
import type { RequestType } from '../application/views/request-view.js';
import type { OutcomeView, TaskStatus } from '../application/views/task-view.js';
import type { OutcomeRow } from '../store/work-results.js';

const bad: readonly string[] = ['blocked', 'refused', 'failed', 'unverified', 'pending'];

type CountedOutcome = Omit<OutcomeRow, 'task_id'>;

/** What is known of a task's results: records per resource, and work that ended with an outcome. */
export interface TaskResults {
  readonly type: RequestType;
  readonly ended: boolean;
  readonly located: string;
  readonly records: ReadonlyMap<string, number>;
  readonly rows: readonly CountedOutcome[];
}

/** The outcomes of a task, resource by resource in the manifest's order; without one, what is stored. */
export function outcomesOf(manifest: Manifest | undefined, results: TaskResults): readonly OutcomeView[] {
  const stated = results.rows.map(viewOf);
  if (results.type === 'deletion') return merged(stated);
  const views = resourcesOf(manifest, results).flatMap((resource) => {
    const own = stated.filter((view) => view.resource === resource);
    const count = results.records.get(resource) ?? 0;
    const exported = count > 0 ? [{ resource, outcome: 'exported' as const, count }] : [];
    if (own.length > 0 || count > 0 || !results.ended || manifest === undefined) return [...exported, ...own];
    return [withoutAny(manifest, resource, stated, results.located)];
  });
  return merged(views);
}

/** Those of the manifest first; what is stored of others is told as well. */
function resourcesOf(manifest: Manifest | undefined, { records, rows }: TaskResults): readonly string[] {
  const stored = [...records.keys(), ...rows.map(({ resource }) => resource)];
  return [...new Set([...Object.keys(manifest?.resources ?? {}), ...stored])];
}

/** A resource of which nothing came: nothing there, or out of reach because of what it hangs on. */
function withoutAny(
  manifest: Manifest,
  resource: string,
  stated: readonly OutcomeView[],
  located: string,
): OutcomeView {
  const hurdle = ancestors(manifest, resource, located).find((ancestor) =>
    stated.some((view) => view.resource === ancestor && bad.includes(view.outcome)),
  );
  if (hurdle === undefined) return { resource, outcome: 'not_found', count: 0 };
  return {
    resource,
    outcome: 'skipped',
    count: 0,
    reason: `Out of reach, because reading ${hurdle} did not succeed.`,
  };
}

function ancestors(manifest: Manifest, resource: string, located: string): readonly string[] {
  const parent = manifest.resources[resource]?.parent;
  if (parent === undefined) return resource === located ? [] : [located];
  return [parent, ...ancestors(manifest, parent, located)];
}

/** Something a person should look at: left undone, or records that are known of and not there. */
function isBad(view: OutcomeView): boolean {
  return bad.includes(view.outcome) || (view.outcome === 'skipped' && view.count > 0);
}

/** How a task ended, from its outcomes. */
export function statusOf(outcomes: readonly OutcomeView[]): TaskStatus {
  const bads = outcomes.filter(isBad);
  if (bads.length === 0) return 'completed';
  const good = outcomes.some((view) => !isBad(view) && view.count > 0);
  return !good && bads.every((view) => view.outcome === 'failed') ? 'failed' : 'incomplete';
}

function viewOf(row: CountedOutcome): OutcomeView {
  const reason = reasonOf(row.outcome);
  return {
    resource: row.resource,
    outcome: row.outcome.outcome,
    count: row.count,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Why, where the word of an outcome does not say it. */
export function reasonOf(outcome: Outcome): string | undefined {
  switch (outcome.outcome) {
    case 'blocked':
      return outcome.remedy;
    case 'refused':
      return outcome.reason;
    case 'failed':
      return outcome.error.message;
    case 'skipped':
      return outcome.why;
    case 'retained':
      return outcome.basis;
    case 'deleted':
      return outcome.remark;
    case 'unverified':
      return `It could not be confirmed by ${outcome.deadline} that the data is gone.`;
    default:
      return undefined;
  }
}

/** Equal outcomes of a resource as one line with their sum. */
function merged(views: readonly OutcomeView[]): readonly OutcomeView[] {
  const lines = new Map<string, OutcomeView>();
  for (const view of views) {
    const key = JSON.stringify([view.resource, view.outcome, view.reason]);
    const line = lines.get(key);
    lines.set(key, line === undefined ? view : { ...line, count: line.count + view.count });
  }
  return [...lines.values()];
}
