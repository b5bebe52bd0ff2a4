import { randomUUID } from 'node:crypto';
import { answerOf, type ServiceClient } from '@privacy-connectors/client';
import type { Extension, NewRequest, RedactionDecision, RequestFilter } from '../application/new-request.js';
import type { Page } from '../application/page.js';
import type { CommandedRequests } from '../application/requests.js';
import type { RedactionItemView } from '../application/views/redaction-item-view.js';
import type { RequestView } from '../application/views/request-view.js';
import { isConnectionName, noSuchConnection } from '../connections/connection-name.js';
import type { WrittenPackage } from '../package/index.js';
import { parseRecordName } from '../redaction/record-name.js';
import { checkPlanPrefixes } from '../requests/plan-prefixes.js';
import { checkReason } from '../requests/reason.js';
import { checkRequestId } from '../requests/request-id.js';
import { exportRemotely } from './export-remotely.js';
import { followRemotely } from './follow-remotely.js';
import { bodyOf, queryOf } from './request-input.js';
import { translated } from './translate-failure.js';

/** The most requests that the service puts on one page. */
const largestPage = 100;

/** Requests of data subjects, kept and carried out by the service. */
export class RemoteRequests implements CommandedRequests {
  readonly #service: ServiceClient;

  constructor(service: ServiceClient) {
    this.#service = service;
  }

  /** A lost answer is asked for again: under one idempotency key the service records one request. */
  async create(wanted: NewRequest, idempotencyKey: string = randomUUID()): Promise<RequestView> {
    const unknown = wanted.connections.filter((name) => !isConnectionName(name));
    if (unknown.length > 0) throw noSuchConnection(...unknown);
    const params = { header: { 'Idempotency-Key': idempotencyKey } };
    return translated(answerOf(this.#service.api.POST('/v1/requests', { params, body: bodyOf(wanted) })));
  }

  async list(filter: RequestFilter = {}): Promise<readonly RequestView[]> {
    const requests: RequestView[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<RequestView> = await this.page(filter, cursor, largestPage);
      requests.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return requests;
  }

  page(filter: RequestFilter, cursor: string | null, limit: number): Promise<Page<RequestView>> {
    const params = { query: queryOf(filter, cursor, limit) };
    return translated(answerOf(this.#service.api.GET('/v1/requests', { params })));
  }

  async show(id: string): Promise<RequestView> {
    return translated(answerOf(this.#service.api.GET('/v1/requests/{id}', named(id))));
  }

  /** The service approves no plan that is not named: without names, those that wait at this moment are. */
  async approve(id: string, plans: readonly string[] | null): Promise<RequestView> {
    checkPlanPrefixes(plans ?? []);
    const options = { ...named(id), body: { plans: [...(plans ?? waitingPlans(await this.show(id)))] } };
    return translated(answerOf(this.#service.api.POST('/v1/requests/{id}/approve', options)));
  }

  async cancel(id: string): Promise<RequestView> {
    return translated(answerOf(this.#service.api.POST('/v1/requests/{id}/cancel', named(id))));
  }

  async extend(id: string, { reason, dueAt }: Extension): Promise<RequestView> {
    const body = {
      reason: checkReason('An extension', reason),
      ...(dueAt && { dueAt: dueAt.toISOString() }),
    };
    return translated(answerOf(this.#service.api.POST('/v1/requests/{id}/extend', { ...named(id), body })));
  }

  async retry(id: string): Promise<RequestView> {
    return translated(answerOf(this.#service.api.POST('/v1/requests/{id}/retry', named(id))));
  }

  async hold(id: string, reason: string): Promise<RequestView> {
    const options = { ...named(id), body: { reason: checkReason('A legal hold', reason) } };
    return translated(answerOf(this.#service.api.POST('/v1/requests/{id}/hold', options)));
  }

  async release(id: string): Promise<RequestView> {
    return translated(answerOf(this.#service.api.POST('/v1/requests/{id}/release', named(id))));
  }

  wait(id: string, onProgress: (view: RequestView) => void, signal: AbortSignal): Promise<RequestView> {
    return followRemotely(this.#service, checkRequestId(id), onProgress, signal);
  }

  review(id: string, cursor: string | null, limit: number): Promise<Page<RedactionItemView>> {
    const { path } = named(id).params;
    const params = { path, query: { limit, ...(cursor !== null && { cursor }) } };
    return translated(answerOf(this.#service.api.GET('/v1/requests/{id}/redactions', { params })));
  }

  async decide(id: string, { record, mode, reason }: RedactionDecision): Promise<RedactionItemView> {
    const options = { ...named(id), body: { record, mode, reason: checkReason('A decision', reason) } };
    parseRecordName(record);
    return translated(answerOf(this.#service.api.POST('/v1/requests/{id}/redactions', options)));
  }

  /** Encrypts here what arrives, so that a cut can be mended: the service would encrypt to other bytes each time. */
  export(id: string, file: string, recipients: readonly string[] = []): Promise<WrittenPackage> {
    return exportRemotely(this.#service, { id: checkRequestId(id), file, recipients });
  }
}

function named(id: string) {
  return { params: { path: { id: checkRequestId(id) } } };
}

function waitingPlans({ tasks }: RequestView): readonly string[] {
  const waiting = tasks.filter(({ status }) => status === 'awaiting_approval');
  return waiting.flatMap(({ plan }) => (plan === null ? [] : [plan.hash]));
}
