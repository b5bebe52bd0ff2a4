import { ContainerModule, type ContainerModuleLoadOptions } from 'inversify';
import { BeginWatching } from '../reappearance/begin-watching.js';
import { Looking } from '../reappearance/looking.js';
import { ReappearanceStore } from '../reappearance/reappearance-store.js';
import { DuePurges } from '../retention/due-purges.js';
import { Expiry } from '../retention/expiry.js';
import { IdleIndexes } from '../retention/idle-indexes.js';
import { IndexPurge } from '../retention/index-purge.js';
import { LegalHoldStore } from '../retention/legal-hold-store.js';
import { LegalHolds } from '../retention/legal-holds.js';
import { RecordEnd } from '../retention/record-end.js';
import { Retention } from '../retention/retention-service.js';
import { SubjectDigests } from '../retention/subject-digests.js';
import { SubjectPurge } from '../retention/subject-purge.js';
import { Sweep } from '../retention/sweep.js';
import { tokens } from './tokens.js';

type Bind = ContainerModuleLoadOptions['bind'];

/** How long things are kept, what keeps them longer, and who is looked for again after a deletion. */
export const retentionModule = new ContainerModule(({ bind }) => {
  bind(tokens.legalHoldStore).toResolvedValue(
    (database, keys) => new LegalHoldStore(database, keys),
    [tokens.database, tokens.keys],
  );
  bind(tokens.legalHolds).toResolvedValue(
    (database, holds, audit) => new LegalHolds(database, holds, audit),
    [tokens.database, tokens.legalHoldStore, tokens.audit],
  );
  bindRetention(bind);
  bindReappearance(bind);
});

function bindRetention(bind: Bind): void {
  bind(tokens.retention).toResolvedValue(
    (
      database,
      keys,
      requests,
      connections,
      connectors,
      stores,
      views,
      receipts,
      authorizations,
      { retention },
      log,
    ) => {
      const { audit, identifiers } = stores;
      const expiry = new Expiry({ database, keys, requests, connections, stores, views, receipts, log });
      const digests = new SubjectDigests(database, keys, identifiers);
      const due = new DuePurges(database);
      const index = new IndexPurge({ database, keys, connections, connectors, stores, log });
      return new Retention({
        database,
        keys,
        authorizations,
        expiry,
        purge: new SubjectPurge({ database, digests, due, expiry, index, audit }),
        sweep: new Sweep(database),
        recordEnd: new RecordEnd(database, keys, audit),
        indexes: new IdleIndexes(database),
        periods: retention,
      });
    },
    [
      tokens.database,
      tokens.keys,
      tokens.requestStore,
      tokens.connectionStore,
      tokens.connectors,
      tokens.taskStores,
      tokens.taskViews,
      tokens.receiptMaker,
      tokens.authorizationStore,
      tokens.configuration,
      tokens.log,
    ],
  );
}

function bindReappearance(bind: Bind): void {
  bind(tokens.reappearances).toResolvedValue(
    (database, keys) => new ReappearanceStore(database, keys),
    [tokens.database, tokens.keys],
  );
  bind(tokens.watching).toResolvedValue(
    (database, keys, stores, watches, log, { reappearance: { afterDays } }) =>
      new BeginWatching({ database, keys, stores, watches, log, afterDays }),
    [tokens.database, tokens.keys, tokens.taskStores, tokens.reappearances, tokens.log, tokens.configuration],
  );
  bind(tokens.looking).toResolvedValue(
    (database, sessions, stores, watches, log, { reappearance: { afterDays } }) =>
      new Looking({ database, sessions, stores, watches, log, afterDays }),
    [
      tokens.database,
      tokens.sessions,
      tokens.taskStores,
      tokens.reappearances,
      tokens.log,
      tokens.configuration,
    ],
  );
}
