import type { Actor } from '../access/actor.js';
import type { Page } from '../application/page.js';
import type { WebhookDeliveries } from '../application/webhook-deliveries.js';
import type { FailedDeliveryView } from '../application/views/failed-delivery-view.js';
import type { AuditLog } from '../audit/audit-log.js';
import { NotFoundError } from '../errors/runner-error.js';
import type { EventKind } from '../events/event.js';
import { cursorOf, placeOf } from '../store/cursor.js';
import type { Database } from '../store/database.js';

interface FailedRow {
  readonly id: string;
  readonly webhook: string;
  readonly event_id: number;
  readonly request_id: string;
  readonly kind: EventKind;
  readonly attempts: number;
  readonly problem: string;
  readonly failed_at: Date;
}

/** Comes before every other. */
const firstId = '00000000-0000-0000-0000-000000000000';

/** Webhooks that were given up, for the person who mends what kept them from their receiver. */
export class FailedDeliveries implements WebhookDeliveries {
  readonly #database: Database;
  readonly #audit: AuditLog;
  readonly #actor: Actor;

  constructor(database: Database, audit: AuditLog, actor: Actor) {
    this.#database = database;
    this.#audit = audit;
    this.#actor = actor;
  }

  async failed(cursor: string | null, limit: number): Promise<Page<FailedDeliveryView>> {
    const { number, id = firstId } = cursor === null ? { number: 0 } : placeOf(cursor);
    const { rows } = await this.#database.query<FailedRow>(
      `select delivery.id, webhook, event_id, delivery.request_id, kind, attempts, problem, failed_at
       from dsr.webhook_delivery as delivery join dsr.event on event.id = event_id
       where failed_at is not null and (event_id, delivery.id) > ($1, $2::uuid)
       order by event_id, delivery.id limit ${limit + 1}`,
      [number, id],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const isEnd = rows.length <= limit || last === undefined;
    return {
      items: items.map(viewOf),
      next: isEnd ? null : cursorOf({ number: last.event_id, id: last.id }),
    };
  }

  async retry(id: string): Promise<void> {
    await this.#database.transaction(async (connection) => {
      const { rows } = await connection.query<{ webhook: string; request_id: string }>(
        `update dsr.webhook_delivery
         set failed_at = null, problem = null, attempts = 0, not_before = now(), created_at = now()
         where id = $1 and failed_at is not null returning webhook, request_id`,
        [id],
      );
      const [row] = rows;
      if (row === undefined) throw new NotFoundError('No failed webhook delivery has this id.');
      const details = { webhook: row.webhook, delivery: id, request: row.request_id };
      await this.#audit.append({ action: 'webhook.retried', actor: this.#actor.name, details }, connection);
    });
  }
}

function viewOf(row: FailedRow): FailedDeliveryView {
  const { id, webhook, kind, attempts, problem } = row;
  const event = { requestId: row.request_id, eventId: row.event_id, kind };
  return { id, webhook, ...event, attempts, problem, failedAt: row.failed_at.toISOString() };
}
