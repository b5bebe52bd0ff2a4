import type { Connector } from '@privacy-connectors/core';
import type { Bench, Check } from './check.js';
import { abortReachesEveryCall } from './checks/abort-reaches-every-call.js';
import { accessHasFiles } from './checks/access-has-files.js';
import { accessIsExact } from './checks/access-is-exact.js';
import { accessKeepsStrangersOut } from './checks/access-keeps-strangers-out.js';
import { accessSurvivesCrashes } from './checks/access-survives-crashes.js';
import { accessSurvivesFaults } from './checks/access-survives-faults.js';
import { callsAreDeclared } from './checks/calls-are-declared.js';
import { declaredRateIsKept } from './checks/declared-rate-is-kept.js';
import { deletionFinishes } from './checks/deletion-finishes.js';
import { deletionIsNotConfirmedEarly } from './checks/deletion-is-not-confirmed-early.js';
import { deletionIsRepeatable } from './checks/deletion-is-repeatable.js';
import { deletionOfNobodyPlansNothing } from './checks/deletion-of-nobody-plans-nothing.js';
import { deletionSparesStrangers } from './checks/deletion-spares-strangers.js';
import { deletionSurvivesCrashes } from './checks/deletion-survives-crashes.js';
import { deletionSurvivesFaults } from './checks/deletion-survives-faults.js';
import { emptyPagesLeadOn } from './checks/empty-pages-lead-on.js';
import { errorsAreClean } from './checks/errors-are-clean.js';
import { expiredTokensAreRenewed } from './checks/expired-tokens-are-renewed.js';
import { handlesSurviveStorage } from './checks/handles-survive-storage.js';
import { listingsArePaged } from './checks/listings-are-paged.js';
import { manifestIsConsistent } from './checks/manifest-is-consistent.js';
import { manifestIsJson } from './checks/manifest-is-json.js';
import { memoryIsBounded } from './checks/memory-is-bounded.js';
import { missingScopesAreTold } from './checks/missing-scopes-are-told.js';
import { movedThingsAreFound } from './checks/moved-things-are-found.js';
import { neededScopesAreEnough } from './checks/needed-scopes-are-enough.js';
import { oldHandlesAreReadOrRefused } from './checks/old-handles-are-read-or-refused.js';
import { rejectedTokenIsSaid } from './checks/rejected-token-is-said.js';
import { renewalsAreShared } from './checks/renewals-are-shared.js';
import { repeatedPagesAreNoticed } from './checks/repeated-pages-are-noticed.js';
import { scansKeepTheirPromises } from './checks/scans-keep-their-promises.js';
import { scopesAreNeeded } from './checks/scopes-are-needed.js';
import { stepsArePure } from './checks/steps-are-pure.js';
import { tokenAnswersAreUnderstood } from './checks/token-answers-are-understood.js';
import { unknownSubjectIsEmpty } from './checks/unknown-subject-is-empty.js';
import type { ConformanceVendor } from './vendor.js';

const always: readonly ((bench: Bench) => Check)[] = [
  manifestIsJson,
  manifestIsConsistent,
  listingsArePaged,
  accessIsExact,
  accessHasFiles,
  accessKeepsStrangersOut,
  unknownSubjectIsEmpty,
  scansKeepTheirPromises,
  movedThingsAreFound,
  handlesSurviveStorage,
  oldHandlesAreReadOrRefused,
  stepsArePure,
  callsAreDeclared,
  missingScopesAreTold,
  scopesAreNeeded,
  neededScopesAreEnough,
  declaredRateIsKept,
  abortReachesEveryCall,
  tokenAnswersAreUnderstood,
  expiredTokensAreRenewed,
  renewalsAreShared,
  rejectedTokenIsSaid,
  errorsAreClean,
  emptyPagesLeadOn,
  repeatedPagesAreNoticed,
  accessSurvivesCrashes,
  accessSurvivesFaults,
];

const deletion: readonly ((bench: Bench) => Check)[] = [
  deletionFinishes,
  deletionIsNotConfirmedEarly,
  deletionIsRepeatable,
  deletionOfNobodyPlansNothing,
  deletionSparesStrangers,
  deletionSurvivesCrashes,
  deletionSurvivesFaults,
];

/**
 * Everything the contract asks of this connector, derived from its manifest: the checks of deletion are there when it
 * promises deletion, that of memory when the vendor can hold enough to tell. Each check starts its own vendors and can run
 * alone. @public
 */
export function conformanceChecks(connector: Connector, vendor: ConformanceVendor): readonly Check[] {
  const checks = [
    ...always,
    ...(vendor.manyRecords === undefined ? [] : [memoryIsBounded]),
    ...(connector.manifest.capabilities.deletion === undefined ? [] : deletion),
  ];
  return checks.map((check) => check({ connector, vendor }));
}
