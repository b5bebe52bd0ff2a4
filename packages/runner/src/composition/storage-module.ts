import { ContainerModule } from 'inversify';
import { AuditLog } from '../audit/audit-log.js';
import { Tallies } from '../audit/tallies.js';
import { EventLog } from '../events/event-log.js';
import { EventWatch } from '../events/event-watch.js';
import { ApprovalStore } from '../store/approval-store.js';
import { BudgetStore } from '../store/budget-store.js';
import { ConnectionStore } from '../store/connection-store.js';
import type { Database } from '../store/database.js';
import { DispatchStore } from '../store/dispatch-store.js';
import { ErasureJournal } from '../store/erasure-journal.js';
import { ErasureStore } from '../store/erasure-store.js';
import { FileStore } from '../store/file-store.js';
import { HoldStore } from '../store/hold-store.js';
import { IdentifierStore } from '../store/identifier-store.js';
import { PlanPages } from '../store/plan-pages.js';
import { PreparationStore } from '../store/preparation-store.js';
import { RedactionStore } from '../store/redaction-store.js';
import { RecordStore } from '../store/record-store.js';
import { RequestStore } from '../store/request-store.js';
import { ScanIndex } from '../store/scan-index.js';
import { ScanStore } from '../store/scan-store.js';
import { SearchStore } from '../store/search-store.js';
import { TaskEndStore } from '../store/task-end-store.js';
import { TaskStore } from '../store/task-store.js';
import { ThingStore } from '../store/thing-store.js';
import { UnreadAccesses } from '../store/unread-accesses.js';
import { WorkResults } from '../store/work-results.js';
import { WorkStore } from '../store/work-store.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { DataKeys } from '../vault/data-keys.js';
import { tokens } from './tokens.js';

/** Where everything is kept. */
export const storageModule = new ContainerModule(({ bind }) => {
  bind(tokens.audit).toResolvedValue((database) => new AuditLog(database), [tokens.database]);
  bind(tokens.tallies).toResolvedValue(
    (database, audit) => new Tallies(database, audit),
    [tokens.database, tokens.audit],
  );
  bind(tokens.eventWatch).toResolvedValue((databaseUrl) => new EventWatch(databaseUrl), [tokens.databaseUrl]);
  bind(tokens.events).toResolvedValue(
    (database, watch) => new EventLog(database, watch),
    [tokens.database, tokens.eventWatch],
  );
  bind(tokens.budgetStore).toResolvedValue((database) => new BudgetStore(database), [tokens.database]);
  bind(tokens.connectionStore).toResolvedValue(
    (database, keys) => new ConnectionStore(database, keys),
    [tokens.database, tokens.keys],
  );
  bind(tokens.requestStore).toResolvedValue(
    (database, keys) => new RequestStore(database, keys),
    [tokens.database, tokens.keys],
  );
  bind(tokens.dispatches).toResolvedValue((database) => new DispatchStore(database), [tokens.database]);
  bind(tokens.taskStores).toResolvedValue(taskStores, [
    tokens.database,
    tokens.keys,
    tokens.audit,
    tokens.tallies,
    tokens.events,
  ]);
});

function taskStores(
  database: Database,
  keys: DataKeys,
  audit: AuditLog,
  tallies: Tallies,
  events: EventLog,
): TaskStores {
  return {
    audit,
    tallies,
    events,
    tasks: new TaskStore(database),
    ends: new TaskEndStore(database),
    holds: new HoldStore(database),
    things: new ThingStore(database),
    works: new WorkStore(database),
    results: new WorkResults(database),
    records: new RecordStore(database),
    files: new FileStore(database),
    scans: new ScanStore(database),
    scanIndex: new ScanIndex(),
    identifiers: new IdentifierStore(database, keys),
    searches: new SearchStore(database),
    preparation: new PreparationStore(database),
    planPages: new PlanPages(database),
    approvals: new ApprovalStore(database),
    erasures: new ErasureStore(database),
    journal: new ErasureJournal(database),
    redactions: new RedactionStore(database),
    unreadAccesses: new UnreadAccesses(database),
  };
}
