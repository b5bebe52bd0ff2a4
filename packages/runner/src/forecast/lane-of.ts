import type { Manifest } from '@privacy-connectors/core';
import type { ForecastScan, ForecastTask, TypicalWork } from '../store/forecast-store.js';
import type { Lane, QueuedTask } from './lane.js';

/** List calls that a scan with a warm index takes, besides what changed. */
const warmCalls = 3;

/** A task in the queue, from what is known of its work and of work like it. */
export function queuedTask(
  task: ForecastTask,
  typical: readonly TypicalWork[],
  manifest: Manifest | undefined,
): QueuedTask {
  const like = typical.find(
    ({ connection_id, type }) => connection_id === task.connection_id && type === task.type,
  );
  const left = like === undefined ? null : Math.max(task.due, Math.ceil(like.works) - task.ended, 1);
  return {
    id: task.id,
    requestId: task.request_id,
    calls: left,
    scans: task.scanning || (task.type === 'access' && !task.scanned && scansOf(manifest).length > 0),
    heldUntil: task.held_until?.getTime() ?? null,
    waitsForPerson: task.status === 'awaiting_approval',
  };
}

/** What the tasks of a connection have in common. */
export function laneOf(
  manifest: Manifest | undefined,
  scans: readonly ForecastScan[],
  perSecond: number | null,
): Lane {
  const calls = scansOf(manifest).map((resource) =>
    callsLeft(scans.find((scan) => scan.resource === resource)),
  );
  const pauses = scans.map(({ not_before }) => not_before.getTime());
  return {
    perSecond,
    scanCalls: calls.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0),
    pausedUntil: pauses.length === 0 ? null : Math.max(...pauses),
  };
}

/** Null while nobody knows how long the listing is. */
function callsLeft(scan: ForecastScan | undefined): number | null {
  if (scan === undefined) return null;
  const all = scan.warm ? warmCalls : scan.whole_pages;
  if (all === null) return null;
  return scan.under_way ? Math.max(1, all - scan.pages) : all;
}

function scansOf(manifest: Manifest | undefined): readonly string[] {
  return Object.entries(manifest?.resources ?? {}).flatMap(([resource, { lookup }]) =>
    lookup === 'scan' ? [resource] : [],
  );
}
