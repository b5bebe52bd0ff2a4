import type { AuditLog } from '../audit/audit-log.js';
import type { WebhookEndpoint } from '../config/webhook-endpoint.js';
import type { EventLog } from '../events/event-log.js';
import type { Log } from '../logging/log.js';
import type { Database } from '../store/database.js';
import { backOff } from './back-off.js';
import { DeliveryError, type DeliveryProblem } from './delivery-error.js';
import type { Delivery, DeliveryStore } from './delivery-store.js';
import type { EgressGuard } from './egress-guard.js';
import { post } from './post.js';
import { signWebhook } from './signature.js';

/** Events read at a time. */
const pageSize = 500;
/** Webhooks that an endpoint gets at the same time from one process. */
const atOnce = 8;

/** What webhooks are sent with. */
export interface WebhookParts {
  readonly database: Database;
  readonly events: EventLog;
  readonly deliveries: DeliveryStore;
  readonly audit: AuditLog;
  readonly guard: EgressGuard;
  readonly log: Log;
}

/**
 * Tells an endpoint of events, each at least once and under one id, those of one request in their order. Any number of
 * processes may do so at the same time.
 */
export class Webhook {
  readonly #endpoint: WebhookEndpoint;
  readonly #parts: WebhookParts;
  #last: Promise<void> = Promise.resolve();

  constructor(endpoint: WebhookEndpoint, parts: WebhookParts) {
    this.#endpoint = endpoint;
    this.#parts = parts;
  }

  /** Sends what is due now; who asks while that is under way has it done once more. */
  send(signal: AbortSignal): Promise<void> {
    const next = this.#last.catch(() => undefined).then(() => this.#sendDue(signal));
    this.#last = next;
    return next;
  }

  async #sendDue(signal: AbortSignal): Promise<void> {
    await this.#prepare();
    for (let taken = atOnce; taken > 0 && !signal.aborted;) {
      const deliveries = await this.#parts.deliveries.take(this.#endpoint.name, atOnce);
      await Promise.all(deliveries.map((delivery) => this.#deliver(delivery, signal)));
      taken = deliveries.length;
    }
  }

  /** Makes a delivery of each new event that the endpoint wants. A new endpoint gets what happens from now on. */
  async #prepare(): Promise<void> {
    const { deliveries, events } = this.#parts;
    const { name, events: kinds } = this.#endpoint;
    for (let full = true; full;) {
      const from = await deliveries.position(name, () => events.lastId());
      const page = await events.after(null, from, pageSize);
      const to = page.at(-1)?.id;
      if (to === undefined) return;
      const wanted = page.filter(({ kind }) => kinds?.includes(kind) ?? true);
      await deliveries.add(name, wanted, { from, to });
      full = page.length === pageSize;
    }
  }

  async #deliver(delivery: Delivery, signal: AbortSignal): Promise<void> {
    try {
      await this.#post(delivery, signal);
    } catch (error) {
      // Whoever comes next sends it again.
      if (signal.aborted) return;
      if (!(error instanceof DeliveryError)) throw error;
      await this.#failed(delivery, error.problem);
      return;
    }
    await this.#parts.deliveries.done(delivery.id);
  }

  async #post({ id, event }: Delivery, signal: AbortSignal): Promise<void> {
    const url = new URL(this.#endpoint.url);
    const lookup = await this.#parts.guard.admit(url);
    const { id: eventId, ...told } = event;
    const body = JSON.stringify({ id, eventId, ...told });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'privacy-connectors',
      'dsr-webhook-id': id,
      'dsr-webhook-timestamp': timestamp,
      'dsr-webhook-signature': signWebhook(this.#endpoint.secret.reveal(), timestamp, body),
    };
    await post({ url, lookup, headers, body }, signal);
  }

  async #failed({ id, attempts, age, event }: Delivery, problem: DeliveryProblem): Promise<void> {
    const { audit, database, deliveries, log } = this.#parts;
    const pause = backOff(attempts, age, Math.random());
    if (pause !== undefined) {
      await deliveries.tryAgain(id, pause, problem);
      return;
    }
    const { name } = this.#endpoint;
    const details = { webhook: name, delivery: id, request: event.requestId, event: event.id, problem };
    const isOver = await database.transaction(async (connection) => {
      const given = await deliveries.giveUp(id, problem, connection);
      if (given) await audit.append({ action: 'webhook.failed', actor: 'runner', details }, connection);
      return given;
    });
    if (isOver) log.error('webhook.failed', { webhook: name });
  }
}
