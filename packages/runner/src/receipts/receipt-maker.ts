import { createHash } from 'node:crypto';
import type { Json } from '@privacy-connectors/core';
import type { AuditLog } from '../audit/audit-log.js';
import { canonicalJson } from '../audit/canonical-json.js';
import { EngineError } from '../errors/runner-error.js';
import { signerOf } from '../signing/signer-of.js';
import type { SigningKeys } from '../signing/signing-keys.js';
import type { Database } from '../store/database.js';
import type { DueReceipt, ReceiptRow, ReceiptStore } from '../store/receipt-store.js';
import type { RequestRow, RequestStore } from '../store/request-store.js';
import type { DataKeys } from '../vault/data-keys.js';
import { readVersion } from '../version.js';
import { payloadOf } from './payload-of.js';
import type { ReceiptStatements } from './receipt-statements.js';
import { readReceipt } from './read-receipt.js';
import { receiptType, type Receipt, type ReceiptStatement } from './receipt.js';
import { assertCovered } from './audit-place.js';
import { assertSeenGone } from './seen-gone.js';

/** Others may make the same receipt at the same time; each try but the last may lose against one of them. */
const mostTries = 5;
const ends: readonly string[] = ['completed', 'incomplete', 'failed', 'cancelled'];

/** What receipts are made with. */
export interface MakerParts {
  readonly database: Database;
  readonly requests: RequestStore;
  readonly receipts: ReceiptStore;
  readonly statements: ReceiptStatements;
  readonly signing: SigningKeys;
  readonly keys: DataKeys;
  readonly audit: AuditLog;
}

/** Issues receipts: one when a request ends, and another whenever there is something else to say of it. */
export class ReceiptMaker {
  readonly #parts: MakerParts;

  constructor(parts: MakerParts) {
    this.#parts = parts;
  }

  /**
   * Makes the receipt of a request if one is due and the request has ended.
   * @throws EvidenceError when what is recorded does not bear out what it would say.
   */
  async make(requestId: string): Promise<void> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const due = await this.#parts.receipts.due(requestId);
      if (due === undefined || (await this.#made(due))) return;
    }
    throw new EngineError(
      'A receipt could not be made, because others were faster again and again. Try again.',
    );
  }

  /** True when nothing is left to do. */
  async #made(due: DueReceipt): Promise<boolean> {
    const { receipts, requests, statements, keys } = this.#parts;
    const request = await requests.byId(due.request_id);
    if (request === undefined) return true;
    const box = await keys.installationBox();
    const before = await receipts.find(request.id, box);
    if (!ends.includes(request.status)) {
      // It goes on; its next end makes a receipt due again.
      await receipts.settle(due);
      return true;
    }
    const drafted = (await receipts.draft(request.id, box)) as ReceiptStatement | undefined;
    const statement = await statements.of(request, drafted ?? (before && readReceipt(payloadOf(before.jws))));
    if (statement === undefined) return this.#giveUp(due);
    assertSeenGone(statement);
    const said = sha256(canonicalJson(statement as unknown as Json));
    if (before?.said.equals(said) !== true) {
      try {
        return await this.#issue(request, statement, said, before, due);
      } catch (error) {
        // What it is made of expires in its time, and it is made as soon as it can be.
        await receipts.keepDraft(request.id, statement as unknown as Json, box);
        throw error;
      }
    }
    await receipts.settle(due);
    return true;
  }

  /** Nothing of the request is left that a receipt could tell, and never will be. */
  async #giveUp(due: DueReceipt): Promise<true> {
    await this.#parts.receipts.settle(due);
    return true;
  }

  async #issue(
    request: RequestRow,
    statement: ReceiptStatement,
    said: Buffer,
    before: ReceiptRow | undefined,
    due: DueReceipt,
  ): Promise<boolean> {
    const { signing, receipts } = this.#parts;
    const issuedAt = await receipts.now();
    const receipt = await this.#receipt(statement, before, issuedAt);
    const payload = Buffer.from(canonicalJson(receipt as unknown as Json), 'utf8');
    readReceipt(payload);
    const jws = await signing.sign(payload, receiptType);
    const [kid, number] = [signerOf(jws), receipt.number];
    return this.#keep(request, { number, issued_at: issuedAt, kid, hash: sha256(jws), said, jws }, due);
  }

  async #receipt(
    statement: ReceiptStatement,
    before: ReceiptRow | undefined,
    issuedAt: Date,
  ): Promise<Receipt> {
    const place = await this.#parts.receipts.auditPlace();
    const audit = place === undefined ? null : { ...place, hash: place.hash.toString('hex') };
    await assertCovered(audit, await this.#parts.signing.keySet());
    return {
      format: 'privacy-connectors/receipt',
      version: 1,
      number: (before?.number ?? 0) + 1,
      previous: before?.hash.toString('hex') ?? null,
      issuedAt: issuedAt.toISOString(),
      issuedBy: readVersion(),
      audit,
      ...statement,
    };
  }

  /** False, and nothing kept, when somebody was faster, or carried the request on while it was read. */
  async #keep(request: RequestRow, row: ReceiptRow, due: DueReceipt): Promise<boolean> {
    const { database, requests, receipts, keys, audit } = this.#parts;
    const { id } = request;
    const box = await keys.installationBox();
    return database.transaction(async (connection) => {
      if (!(await requests.holdEnded(request, connection))) return false;
      if (!(await receipts.add(id, row, box, connection))) return false;
      await receipts.settle(due, connection);
      const details = { request: id, number: row.number, hash: row.hash.toString('hex') };
      await audit.append({ action: 'receipt.issued', actor: 'runner', details }, connection);
      return true;
    });
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
