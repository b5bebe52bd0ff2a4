import { ExpiredError } from '../errors/runner-error.js';
import type { RequestRow } from '../store/request-store.js';

/** @throws ExpiredError when what the request found was destroyed. */
export function refuseExpired({ expired_at: at, expired_by: by }: RequestRow): void {
  if (at === null) return;
  const why = by === 'deletion' ? 'because the person asked for deletion' : 'because its time was over';
  throw new ExpiredError(
    `What the request found was destroyed on ${at.toISOString().slice(0, 10)}, ${why}. Record a new request to collect it again.`,
  );
}
