import type { DataRecord } from '@privacy-connectors/core';
import type { IntercomContext } from '../client/context.js';
import type { components } from '../generated/schema.js';

/** What a conversation and a ticket have in common. */
export interface ThreadSummary {
  readonly id: string;
  readonly contacts: components['schemas']['ContactReferences'];
}

/** A conversation or ticket with what was said in it: the newest parts, of `total`. */
export interface Thread extends ThreadSummary {
  readonly parts: readonly components['schemas']['Part'][];
  readonly total: number;
}

/** A page of conversations or tickets; `skipped` says why there can be none. */
interface ThreadPage<Summary extends ThreadSummary> {
  readonly things: readonly Summary[];
  readonly next: string | null;
  readonly skipped?: { readonly why: string };
}

/** How one of the two is listed, read and handed over. */
export interface ThreadKind<Summary extends ThreadSummary> {
  readonly resource: 'conversations' | 'tickets';
  readonly messages: 'messages' | 'ticketMessages';
  readonly search: string;
  /** Those a contact takes part in, not re-checked. `place` is null for the first page; `next` leads to the next one. */
  list(context: IntercomContext, contactId: string, place: string | null): Promise<ThreadPage<Summary>>;
  /** Null when there is none (404). */
  get(context: IntercomContext, id: string): Promise<Thread | null>;
  describe(summary: Summary, contactId: string): Pick<DataRecord, 'data' | 'title' | 'occurredAt'>;
}
