import type { RequestEvent } from '../events/event.js';

/** What happened to requests, in an order that is the same for every reader: ids ascend, and none appears later below them. */
export interface Events {
  /**
   * Events of one request, or of all (`null`), that come after the event `lastId` (0 for the first), at most `limit`.
   * @param requestId The whole id.
   */
  after(requestId: string | null, lastId: number, limit: number): Promise<readonly RequestEvent[]>;
  /** The same events without an end, each soon after it happened. @throws the signal's reason when it is aborted. */
  follow(requestId: string | null, lastId: number, signal: AbortSignal): AsyncGenerator<RequestEvent, never>;
}
