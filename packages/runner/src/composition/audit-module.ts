import { ContainerModule } from 'inversify';
import { AuditService } from '../audit/audit-service.js';
import { Checkpoints } from '../audit/checkpoints.js';
import { KeptCheckpoints } from '../audit/kept-checkpoints.js';
import { CheckpointStore } from '../store/checkpoint-store.js';
import { tokens } from './tokens.js';

/** The audit log as it is shown, checked and handed out, and its signed checkpoints. */
export const auditModule = new ContainerModule(({ bind }) => {
  bind(tokens.checkpoints).toResolvedValue(
    (database, signing, log, { home }) =>
      new Checkpoints({
        database,
        store: new CheckpointStore(database),
        signing,
        kept: new KeptCheckpoints(home),
        log,
        now: () => new Date(),
      }),
    [tokens.database, tokens.signing, tokens.log, tokens.configuration],
  );
  bind(tokens.auditTrail).toResolvedValue(
    (database, log, checkpoints, signing, { home }) => {
      const parts = { database, log, checkpoints, signing };
      const kept = new KeptCheckpoints(home);
      return (actor) => new AuditService({ ...parts, store: new CheckpointStore(database), kept }, actor);
    },
    [tokens.database, tokens.audit, tokens.checkpoints, tokens.signing, tokens.configuration],
  );
});
