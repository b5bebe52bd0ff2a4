import { answerOf, type ServiceClient } from '@privacy-connectors/client';
import type { AuditRange, AuditTrail, AuditView } from '../application/audit-trail.js';
import type { Page } from '../application/page.js';
import type { AuditEntryView, AuditVerificationView } from '../application/views/audit-view.js';
import { translated, translateFailure } from './translate-failure.js';

/** The audit log of the service. */
export class RemoteAudit implements AuditTrail {
  readonly #service: ServiceClient;

  constructor(service: ServiceClient) {
    this.#service = service;
  }

  page(view: AuditView, cursor: string | null, limit: number): Promise<Page<AuditEntryView>> {
    const order = view.newestFirst === true ? 'newest' : 'oldest';
    const query = { ...timesOf(view), order, limit, ...(cursor === null ? {} : { cursor }) } as const;
    return translated(answerOf(this.#service.api.GET('/v1/audit', { params: { query } })));
  }

  verify(checkpoint?: string): Promise<AuditVerificationView> {
    const query = checkpoint === undefined ? {} : { checkpoint };
    return translated(answerOf(this.#service.api.GET('/v1/audit/verification', { params: { query } })));
  }

  async export(range: AuditRange): Promise<AsyncIterable<string>> {
    const signal = new AbortController().signal;
    const { chunks } = await translated(this.#service.downloadAudit(timesOf(range), signal));
    return decoded(chunks);
  }
}

function timesOf({ from, to }: AuditRange): { readonly from?: string; readonly to?: string } {
  return {
    ...(from === undefined ? {} : { from: from.toISOString() }),
    ...(to === undefined ? {} : { to: to.toISOString() }),
  };
}

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  } catch (error) {
    throw translateFailure(error);
  }
  yield decoder.decode();
}
