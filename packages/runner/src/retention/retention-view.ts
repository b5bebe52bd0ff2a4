import type { HoldView, RetentionView } from '../application/views.js';
import type { RequestRow } from '../store/request-store.js';

const dayMilliseconds = 86_400_000;

/**
 * How long what a request found is kept; `days` from its end, or from when
 * things began to expire, unless it is held.
 */
export function retentionView(request: RequestRow, hold: HoldView | null, days: number): RetentionView {
  const { finished_at: finishedAt, expired_at: expiredAt, expired_by: expiredBy, purge } = request;
  const goes = finishedAt !== null && expiredAt === null && hold === null;
  const from = Math.max(finishedAt?.getTime() ?? 0, request.kept_from?.getTime() ?? 0);
  return {
    expiresAt: goes ? new Date(from + days * dayMilliseconds).toISOString() : null,
    expiredAt: expiredAt?.toISOString() ?? null,
    expiredBy,
    hold,
    purged: purge,
  };
}
