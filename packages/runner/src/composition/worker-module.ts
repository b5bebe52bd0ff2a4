import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { makingReceipts } from '../receipts/making-receipts.js';
import { auditing } from '../worker/auditing.js';
import { disconnecting } from '../worker/disconnecting.js';
import { housekeeping } from '../worker/housekeeping.js';
import { TaskWorker } from '../worker/task-worker.js';
import { telling } from '../worker/telling.js';
import { tokens } from './tokens.js';

/** What carries requests out without being asked. */
export const workerModule = new ContainerModule(({ bind }) => {
  bindSideWork(bind);
  bind(tokens.worker).toResolvedValue(
    (database, dispatches, stores, searches, finisher, engine, sideWork, log) => {
      const parts = { database, dispatches, stores, searches, finisher, log };
      return new TaskWorker({
        ...parts,
        engine: () => engine.get(),
        closeEngine: (patience) => engine.close(patience),
        sideWork,
      });
    },
    [
      tokens.database,
      tokens.dispatches,
      tokens.taskStores,
      tokens.searches,
      tokens.finisher,
      tokens.engine,
      tokens.sideWork,
      tokens.log,
    ],
  );
});

function bindSideWork(bind: ContainerModuleLoadOptions['bind']): void {
  bind(tokens.sideWork).toResolvedValue(
    (
      reminders,
      webhooks,
      tallies,
      checkpoints,
      removal,
      retention,
      watching,
      looking,
      receipts,
      maker,
      log,
    ) =>
      (signal) => [
        makingReceipts(receipts, maker, log),
        ...telling(reminders, webhooks, signal),
        auditing(tallies, checkpoints),
        disconnecting(removal, signal),
        ...housekeeping({ retention, watching, looking }, signal),
      ],
    [
      tokens.reminders,
      tokens.webhooks,
      tokens.tallies,
      tokens.checkpoints,
      tokens.removal,
      tokens.retention,
      tokens.watching,
      tokens.looking,
      tokens.receiptStore,
      tokens.receiptMaker,
      tokens.log,
    ],
  );
}
