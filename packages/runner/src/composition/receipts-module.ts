import { ContainerModule } from 'inversify';
import { ReappearancePart } from '../reappearance/reappearance-part.js';
import { ReceiptMaker } from '../receipts/receipt-maker.js';
import { ReceiptService } from '../receipts/receipt-service.js';
import { ReceiptStatements } from '../receipts/receipt-statements.js';
import { RedactionPart } from '../redaction/redaction-part.js';
import { LegalHoldPart } from '../retention/legal-hold-part.js';
import { RetentionPart } from '../retention/retention-part.js';
import { ReceiptStore } from '../store/receipt-store.js';
import { tokens } from './tokens.js';

/** Signed evidence of what was done. */
export const receiptsModule = new ContainerModule(({ bind }) => {
  bind(tokens.receiptStore).toResolvedValue((database) => new ReceiptStore(database), [tokens.database]);
  // What other parts of the runner attest: one provider each.
  bind(tokens.receiptParts).toResolvedValue(
    (database, holds, watches, requests, connections, { redactions, tasks }) => [
      new RetentionPart(database),
      new LegalHoldPart(holds),
      new ReappearancePart(watches),
      new RedactionPart({ redactions, requests, tasks, connections }),
    ],
    [
      tokens.database,
      tokens.legalHoldStore,
      tokens.reappearances,
      tokens.requestStore,
      tokens.connectionStore,
      tokens.taskStores,
    ],
  );
  bind(tokens.receiptMaker).toResolvedValue(
    (database, requests, receipts, stores, keys, views, parts, signing, audit) => {
      const statements = new ReceiptStatements({ stores, keys, views, parts });
      return new ReceiptMaker({ database, requests, receipts, statements, signing, keys, audit });
    },
    [
      tokens.database,
      tokens.requestStore,
      tokens.receiptStore,
      tokens.taskStores,
      tokens.keys,
      tokens.views,
      tokens.receiptParts,
      tokens.signing,
      tokens.audit,
    ],
  );
  bind(tokens.receipts).toResolvedValue(
    (requests, receipts, maker, signing, keys, audit) => (actor) =>
      new ReceiptService({ requests, receipts, maker, signing, keys, audit }, actor),
    [
      tokens.requestStore,
      tokens.receiptStore,
      tokens.receiptMaker,
      tokens.signing,
      tokens.keys,
      tokens.audit,
    ],
  );
});
