import type { Actor } from '../access/actor.js';
import type { Receipts, Suspect } from '../application/receipts.js';
import type { ReceiptProofView, ReceiptView } from '../application/views/receipt-view.js';
import type { AuditLog } from '../audit/audit-log.js';
import { ConflictError, NotFoundError } from '../errors/runner-error.js';
import { findRequest } from '../requests/find-request.js';
import type { PublicKeySet } from '../signing/json-web-key-set.js';
import type { SigningKeys } from '../signing/signing-keys.js';
import type { ReceiptStore } from '../store/receipt-store.js';
import type { RequestRow, RequestStore } from '../store/request-store.js';
import type { DataKeys } from '../vault/data-keys.js';
import type { ReceiptMaker } from './receipt-maker.js';
import { receiptView } from './receipt-view.js';
import { subjectDigest } from './subject-digests.js';

/** What the service works with. */
export interface ReceiptParts {
  readonly requests: RequestStore;
  readonly receipts: ReceiptStore;
  readonly maker: ReceiptMaker;
  readonly signing: SigningKeys;
  readonly keys: DataKeys;
  readonly audit: AuditLog;
}

/** Hands out receipts and the keys to check them by. */
export class ReceiptService implements Receipts {
  readonly #parts: ReceiptParts;
  readonly #actor: Actor;

  /** `actor` is who the audit log names. */
  constructor(parts: ReceiptParts, actor: Actor) {
    this.#parts = parts;
    this.#actor = actor;
  }

  async show(id: string, number?: number): Promise<ReceiptView> {
    const { requests, receipts, maker, keys } = this.#parts;
    const request = await findRequest(requests, id);
    await maker.make(request.id);
    const box = await keys.installationBox();
    const latest = await receipts.find(request.id, box);
    if (latest === undefined) throw new ConflictError(none(request));
    const row = number === undefined ? latest : await receipts.find(request.id, box, number);
    if (row === undefined)
      throw new NotFoundError(`The receipt of this request has the versions 1 to ${latest.number}.`);
    return receiptView(request.id, row, latest.number);
  }

  keySet(): Promise<PublicKeySet> {
    return this.#parts.signing.keySet();
  }

  async rotateKey(): Promise<PublicKeySet> {
    await this.#parts.signing.rotate(this.#actor.name);
    return this.keySet();
  }

  async prove(requestId: string, digests: readonly string[], suspect: Suspect): Promise<ReceiptProofView> {
    const { keys, audit } = this.#parts;
    const digest = subjectDigest(await keys.installationBox(), requestId, suspect);
    const matches = digests.includes(digest);
    const details = { request: requestId, kind: suspect.kind, matches };
    await audit.append({ action: 'receipt.proved', actor: this.#actor.name, details });
    return { requestId, matches };
  }
}

function none({ id, status, expired_at: expiredAt }: RequestRow): string {
  if (expiredAt !== null) return destroyed;
  return `The request is ${status}. Its receipt is made when it has ended: dsr request wait ${id}`;
}

const destroyed =
  'The data of the request was destroyed before a receipt was made of it, so there is nothing left that one could say.';
