import type { Migration } from '../migration.js';
import { keysAndAudit } from './0001-keys-and-audit.js';
import { requests } from './0002-requests.js';
import { identifiers } from './0003-identifiers.js';
import { workers } from './0004-workers.js';
import { rateBudgets } from './0005-rate-budgets.js';
import { sharedScans } from './0006-shared-scans.js';
import { access } from './0007-access.js';
import { deadlinesAndEvents } from './0008-deadlines-and-events.js';
import { service } from './0009-service.js';
import { audit } from './0010-audit.js';
import { receipts } from './0011-receipts.js';
import { redaction } from './0012-redaction.js';
import { retention } from './0013-retention.js';
import { disconnect } from './0014-disconnect.js';
import { keys } from './0015-keys.js';
import { reappearance } from './0016-reappearance.js';
import { serviceGaps } from './0017-service-gaps.js';
import { receiptParts } from './0018-receipt-parts.js';
import { duePurges } from './0019-due-purges.js';
import { receiptDrafts } from './0020-receipt-drafts.js';
import { subjectDigests } from './0021-subject-digests.js';
import { keyPartFolder } from './0022-key-part-folder.js';
import { watchedRuns } from './0024-watched-runs.js';
import { carriedOnDeletions } from './0025-carried-on-deletions.js';
import { unusableConnections } from './0026-unusable-connections.js';
import { taskEnds } from './0027-task-ends.js';
import { orderOfErasureSteps } from './0028-order-of-erasure-steps.js';
import { reappearanceWithoutProblem } from './0030-reappearance-without-problem.js';

/** All migrations, in the order in which they are applied. */
export const migrations: readonly Migration[] = [
  keysAndAudit,
  requests,
  identifiers,
  workers,
  rateBudgets,
  sharedScans,
  access,
  deadlinesAndEvents,
  service,
  audit,
  receipts,
  redaction,
  retention,
  disconnect,
  keys,
  reappearance,
  serviceGaps,
  receiptParts,
  duePurges,
  receiptDrafts,
  subjectDigests,
  keyPartFolder,
  watchedRuns,
  carriedOnDeletions,
  unusableConnections,
  taskEnds,
  orderOfErasureSteps,
  reappearanceWithoutProblem,
];
