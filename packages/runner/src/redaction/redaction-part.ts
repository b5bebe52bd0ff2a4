import type { Json } from '@privacy-connectors/core';
import type { ReceiptPart } from '../receipts/receipt-part.js';
import type { ConnectionStore } from '../store/connection-store.js';
import type { RedactionDone, RedactionStore } from '../store/redaction-store.js';
import type { RequestStore } from '../store/request-store.js';
import type { TaskStore } from '../store/task-store.js';
import { legalBasis, type WithheldCount } from './record-redaction.js';

/** What is told of redactions is read from these. */
export interface RedactionPartStores {
  readonly redactions: RedactionStore;
  readonly requests: RequestStore;
  readonly tasks: TaskStore;
  readonly connections: ConnectionStore;
}

/** Attests how much of other people's data the last package of each connection left out or replaced, and on which ground. */
export class RedactionPart implements ReceiptPart {
  readonly name = 'redaction';
  readonly #stores: RedactionPartStores;

  constructor(stores: RedactionPartStores) {
    this.#stores = stores;
  }

  async of(requestId: string): Promise<Json | null> {
    const { redactions, requests, tasks, connections } = this.#stores;
    const done = await redactions.doneOf(requestId);
    const request = await requests.byId(requestId);
    if (done.size === 0 || request === undefined) return null;
    const own = (await tasks.ofRequest(requestId)).filter(({ id }) => done.has(id));
    const known = await connections.byIds(own.map((task) => task.connection_id));
    const basis = legalBasis(request.regulation);
    return own.map(({ id, connection_id }) => {
      return { connection: known.get(connection_id)?.name ?? '', basis, ...countsOf(done.get(id)) };
    });
  }
}

function countsOf(done: RedactionDone | undefined) {
  const { policy = {}, withheld = [], replaced = [] } = done ?? {};
  return { policy: { ...policy }, withheld: withheld.map(plain), replaced: replaced.map(plain) };
}

function plain({ resource, reason, count }: WithheldCount) {
  return { ...(resource === undefined ? {} : { resource }), reason, count };
}
