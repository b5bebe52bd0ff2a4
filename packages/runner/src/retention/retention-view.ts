import type { HoldView, RetentionView } from '../application/views.js';
import type { RequestRow } from '../store/request-store.js';

const dayMilliseconds = 86_400_000;

/** How long what a request found is kept; `days` from its end, unless it is held. */
export function retentionView(request: RequestRow, hold: HoldView | null, days: number): RetentionView {
  const { finished_at: finishedAt, expired_at: expiredAt, expired_by: expiredBy, purge } = request;
  const goes = finishedAt !== null && expiredAt === null && hold === null;
  return {
    expiresAt: goes ? new Date(finishedAt.getTime() + days * dayMilliseconds).toISOString() : null,
    expiredAt: expiredAt?.toISOString() ?? null,
    expiredBy,
    hold,
    purged: purge,
  };
}
