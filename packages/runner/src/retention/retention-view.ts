import type { HoldView, RetentionView } from '../application/views/retention-view.js';
import type { RequestRow } from '../store/request-store.js';

const dayMilliseconds = 86_400_000;

/**
 * How long what a request found is kept; `days` from its end, or from when
 * things began to expire, unless it is held. What a deletion takes with it is not kept.
 */
export function retentionView(request: RequestRow, hold: HoldView | null, days: number): RetentionView {
  const { expired_at: expiredAt, expired_by: expiredBy, purge, purge_due: purgeDue } = request;
  return {
    expiresAt: hold === null ? expiresAt(request, purgeDue ? 0 : days) : null,
    purgeDue,
    expiredAt: expiredAt?.toISOString() ?? null,
    expiredBy,
    hold,
    purged: purge,
  };
}

function expiresAt(request: RequestRow, days: number): string | null {
  const { finished_at: finishedAt, kept_from: keptFrom, expired_at: expiredAt } = request;
  if (finishedAt === null || expiredAt !== null) return null;
  const from = Math.max(finishedAt.getTime(), keptFrom?.getTime() ?? 0);
  return new Date(from + days * dayMilliseconds).toISOString();
}
