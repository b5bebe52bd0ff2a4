import { answerOf, type ServiceClient } from '@privacy-connectors/client';
import type { Receipts, Suspect } from '../application/receipts.js';
import type { ReceiptProofView, ReceiptView } from '../application/views/receipt-view.js';
import { payloadOf } from '../receipts/payload-of.js';
import { readReceipt } from '../receipts/read-receipt.js';
import { checkRequestId } from '../requests/request-id.js';
import { ServiceError } from '../errors/runner-error.js';
import type { PublicKeySet } from '../signing/json-web-key-set.js';
import { translated } from './translate-failure.js';

/** Receipts that the service keeps. */
export class RemoteReceipts implements Receipts {
  readonly #api: ServiceClient['api'];

  constructor({ api }: ServiceClient) {
    this.#api = api;
  }

  async show(id: string, number?: number): Promise<ReceiptView> {
    const params = { path: { id: checkRequestId(id) }, query: number === undefined ? {} : { number } };
    const view = await translated(answerOf(this.#api.GET('/v1/requests/{id}/receipt', { params })));
    if (typeof view === 'string') throw new ServiceError(noJson);
    return { ...view, receipt: readReceipt(payloadOf(view.jws)) };
  }

  async keySet(): Promise<PublicKeySet> {
    return translated(answerOf(this.#api.GET('/v1/.well-known/jwks.json')));
  }

  async rotateKey(): Promise<PublicKeySet> {
    return translated(answerOf(this.#api.POST('/v1/signing-keys/rotate')));
  }

  prove(requestId: string, digests: readonly string[], suspect: Suspect): Promise<ReceiptProofView> {
    const { kind, namespace, value } = suspect;
    const body = { requestId, digests: [...digests], kind, value, ...(namespace !== null && { namespace }) };
    return translated(answerOf(this.#api.POST('/v1/receipts/prove', { body })));
  }
}

const noJson = 'What the service sent is no receipt. Try again.';
