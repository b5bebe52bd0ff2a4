import type { Connector, OAuthScheme } from '@privacy-connectors/core';
import type { Bench, Check } from './check.js';
import { abortReachesEveryCall } from './checks/abort-reaches-every-call.js';
import { accessHasFiles } from './checks/access-has-files.js';
import { accessIsExact } from './checks/access-is-exact.js';
import { accessKeepsStrangersOut } from './checks/access-keeps-strangers-out.js';
import { accessSurvivesCrashes } from './checks/access-survives-crashes.js';
import { accessSurvivesFaults } from './checks/access-survives-faults.js';
import { authorsAreTold } from './checks/authors-are-told.js';
import { callsAreDeclared } from './checks/calls-are-declared.js';
import { credentialStaysInItsHeader } from './checks/credential-stays-in-its-header.js';
import { deadTokensAreNotRenewed } from './checks/dead-tokens-are-not-renewed.js';
import { deadIsToldFromNarrowed } from './checks/dead-is-told-from-narrowed.js';
import { declaredRateIsKept } from './checks/declared-rate-is-kept.js';
import { deletionFinishes } from './checks/deletion-finishes.js';
import { deletionIsNotConfirmedEarly } from './checks/deletion-is-not-confirmed-early.js';
import { deletionIsRepeatable } from './checks/deletion-is-repeatable.js';
import { deletionOfNobodyPlansNothing } from './checks/deletion-of-nobody-plans-nothing.js';
import { deletionSparesStrangers } from './checks/deletion-spares-strangers.js';
import { deletionSurvivesCrashes } from './checks/deletion-survives-crashes.js';
import { deletionSurvivesFaults } from './checks/deletion-survives-faults.js';
import { deletionWorksInAnyOrder } from './checks/deletion-works-in-any-order.js';
import { disconnectedTokensAreDead } from './checks/disconnected-tokens-are-dead.js';
import { emptyPagesLeadOn } from './checks/empty-pages-lead-on.js';
import { errorsAreClean } from './checks/errors-are-clean.js';
import { expiredTokensAreRenewed } from './checks/expired-tokens-are-renewed.js';
import { handlesSurviveStorage } from './checks/handles-survive-storage.js';
import { identifiersAreHandedOn } from './checks/identifiers-are-handed-on.js';
import { identifiersFindTheSame } from './checks/identifiers-find-the-same.js';
import { listingsArePaged } from './checks/listings-are-paged.js';
import { manifestIsConsistent } from './checks/manifest-is-consistent.js';
import { manifestIsJson } from './checks/manifest-is-json.js';
import { memoryIsBounded } from './checks/memory-is-bounded.js';
import { missingScopesAreTold } from './checks/missing-scopes-are-told.js';
import { movedThingsAreFound } from './checks/moved-things-are-found.js';
import { neededScopesAreEnough } from './checks/needed-scopes-are-enough.js';
import { nobodyIsTakenForTheDataSubject } from './checks/nobody-is-taken-for-the-data-subject.js';
import { oldHandlesAreReadOrRefused } from './checks/old-handles-are-read-or-refused.js';
import { plansCanBeMadeAgain } from './checks/plans-can-be-made-again.js';
import { rejectedTokenIsSaid } from './checks/rejected-token-is-said.js';
import { renewalsAreShared } from './checks/renewals-are-shared.js';
import { repeatedPagesAreNoticed } from './checks/repeated-pages-are-noticed.js';
import { scansKeepTheirPromises } from './checks/scans-keep-their-promises.js';
import { scopesAreNeeded } from './checks/scopes-are-needed.js';
import { scopesAreTold } from './checks/scopes-are-told.js';
import { stepsArePure } from './checks/steps-are-pure.js';
import { thirdPartiesAreNamed } from './checks/third-parties-are-named.js';
import { tokenAnswersAreUnderstood } from './checks/token-answers-are-understood.js';
import { unknownSubjectIsEmpty } from './checks/unknown-subject-is-empty.js';
import { usesAreTrue } from './checks/uses-are-true.js';
import type { ConformanceVendor } from './vendor.js';

type MakeCheck = (bench: Bench) => Check;

const always: readonly MakeCheck[] = [
  manifestIsJson,
  manifestIsConsistent,
  listingsArePaged,
  accessIsExact,
  accessKeepsStrangersOut,
  authorsAreTold,
  thirdPartiesAreNamed,
  nobodyIsTakenForTheDataSubject,
  unknownSubjectIsEmpty,
  identifiersFindTheSame,
  identifiersAreHandedOn,
  handlesSurviveStorage,
  oldHandlesAreReadOrRefused,
  stepsArePure,
  callsAreDeclared,
  usesAreTrue,
  credentialStaysInItsHeader,
  declaredRateIsKept,
  abortReachesEveryCall,
  rejectedTokenIsSaid,
  deadIsToldFromNarrowed,
  errorsAreClean,
  emptyPagesLeadOn,
  repeatedPagesAreNoticed,
  accessSurvivesCrashes,
  accessSurvivesFaults,
];

const binaries: readonly MakeCheck[] = [accessHasFiles];

const scans: readonly MakeCheck[] = [scansKeepTheirPromises, movedThingsAreFound];

const scopes: readonly MakeCheck[] = [
  missingScopesAreTold,
  scopesAreNeeded,
  neededScopesAreEnough,
  scopesAreTold,
];

const oauth: readonly MakeCheck[] = [tokenAnswersAreUnderstood];

const expiringTokens: readonly MakeCheck[] = [expiredTokensAreRenewed, renewalsAreShared];

const lastingTokens: readonly MakeCheck[] = [deadTokensAreNotRenewed];

const deletion: readonly MakeCheck[] = [
  plansCanBeMadeAgain,
  deletionFinishes,
  deletionIsNotConfirmedEarly,
  deletionIsRepeatable,
  deletionWorksInAnyOrder,
  deletionOfNobodyPlansNothing,
  deletionSparesStrangers,
  deletionSurvivesCrashes,
  deletionSurvivesFaults,
];

const disconnection: readonly MakeCheck[] = [disconnectedTokensAreDead];

function checksOfTokens({ defaultTokenLifetimeSeconds }: OAuthScheme): readonly MakeCheck[] {
  return [...oauth, ...(defaultTokenLifetimeSeconds === null ? lastingTokens : expiringTokens)];
}

/** Which checks there are for what a manifest promises; the others would have nothing to look at. */
function checksFor({ connector: { manifest, implementation }, vendor }: Bench): readonly MakeCheck[] {
  const { auth, capabilities } = manifest;
  const resources = Object.values(manifest.resources);
  return [
    ...always,
    ...(resources.some(({ binary }) => binary) ? binaries : []),
    ...(resources.some(({ lookup }) => lookup === 'scan') ? scans : []),
    ...(Object.keys(manifest.scopes).length > 0 ? scopes : []),
    ...(auth.kind === 'oauth2' ? checksOfTokens(auth) : []),
    ...(implementation.disconnect === undefined ? [] : disconnection),
    ...(vendor.manyRecords === undefined ? [] : [memoryIsBounded]),
    ...(capabilities.deletion === undefined ? [] : deletion),
  ];
}

/**
 * Everything the contract asks of this connector, derived from its manifest: the checks of deletion are there when it
 * promises deletion, those of tokens when it has OAuth, that of memory when the vendor can hold enough to tell. Each check
 * starts its own vendors and can run alone. @public
 */
export function conformanceChecks(connector: Connector, vendor: ConformanceVendor): readonly Check[] {
  const bench: Bench = { connector, vendor };
  return checksFor(bench).map((check) => check(bench));
}
