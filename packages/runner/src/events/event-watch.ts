import pg from 'pg';
import { EventSubscription } from './event-subscription.js';

const channel = 'dsr_event';
const connectTimeoutMilliseconds = 5_000;
const retryMilliseconds = 1_000;

/** Tells readers of this process that there are new events: one connection that listens for all of them, from the first on. */
export class EventWatch {
  readonly #databaseUrl: string;
  readonly #subscriptions = new Set<EventSubscription>();
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl;
  }

  /** @param requestId The request whose events matter; null for all. */
  subscribe(requestId: string | null): EventSubscription {
    const subscription = new EventSubscription(requestId, (ended) => this.#subscriptions.delete(ended));
    this.#subscriptions.add(subscription);
    this.#listen();
    return subscription;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  #listen(): void {
    if (this.#client !== undefined || this.#closed) return;
    const client = new pg.Client({
      connectionString: this.#databaseUrl,
      connectionTimeoutMillis: connectTimeoutMilliseconds,
      keepAlive: true,
    });
    this.#client = client;
    client.on('notification', ({ payload }) => {
      this.#call((requestId) => requestId === null || requestId === payload);
    });
    client.on('error', () => undefined);
    client.on('end', () => {
      this.#lost(client);
    });
    client
      .connect()
      .then(() => client.query(`listen ${channel}`))
      // What was appended before this moment was announced to nobody.
      .then(() => {
        this.#callAll();
      })
      .catch(() => {
        this.#lost(client);
        return client.end().catch(() => undefined);
      });
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#callAll();
    if (this.#closed) return;
    this.#retry = setTimeout(() => {
      if (this.#subscriptions.size > 0) this.#listen();
    }, retryMilliseconds);
    this.#retry.unref();
  }

  #callAll(): void {
    this.#call(() => true);
  }

  #call(concerns: (requestId: string | null) => boolean): void {
    for (const subscription of this.#subscriptions) {
      if (concerns(subscription.requestId)) subscription.call();
    }
  }
}
