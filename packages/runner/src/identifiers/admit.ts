import { type Identifier, type IdentifierKind, parseEmail } from '@privacy-connectors/core';
import { ConfigError } from '@privacy-connectors/core/errors';
import { sameIdentifier } from './identity.js';
import type { IdentifierSource, IdentifierUse, OpenIdentifier } from './known-identifier.js';
import { keptPerRequest, longestValue, roundsPerRequest, searchedPerRequest } from './limits.js';
import { namespacedKind, type Namespaces } from './namespaces.js';
import { isPhoneNumber } from './phone-number.js';
import { isPassedOn } from './within-limit.js';

/** Where identifiers were found, and what the request allows. */
export interface Finding {
  readonly source: IdentifierSource;
  readonly holder: string;
  readonly namespaces: Namespaces;
  /** Round of the identifier that led to them. */
  readonly round: number;
  /** Kinds of which further ones are searched for too. */
  readonly widen: readonly IdentifierKind[];
}

/** Decides what becomes of one identifier that was found: all that are known afterwards, each once. */
export function admit(
  known: readonly OpenIdentifier[],
  found: Identifier,
  finding: Finding,
): readonly OpenIdentifier[] {
  const identifier = identifierOf(found, finding, known.length + 1);
  const same = known.find((each) => sameIdentifier(each, identifier));
  if (same !== undefined) {
    return known.map((each) => (each === same ? withSource(each, finding.source) : each));
  }
  if (known.length >= keptPerRequest || identifier.value === '') return known;
  return [...known, { ...identifier, use: useOf(known, identifier, finding) }];
}

function identifierOf(found: Identifier, finding: Finding, number: number): OpenIdentifier {
  const kind = namespacedKind(found.kind);
  return {
    number,
    kind: found.kind,
    namespace: kind === undefined ? null : (finding.namespaces[kind] ?? null),
    holder: kind === undefined ? null : finding.holder,
    round: finding.round + 1,
    use: 'search',
    value: found.value.trim().slice(0, longestValue + 1),
    sources: [finding.source],
  };
}

function withSource(identifier: OpenIdentifier, source: IdentifierSource): OpenIdentifier {
  const listed = identifier.sources.some(
    ({ task, resource }) => task === source.task && resource === source.resource,
  );
  return listed ? identifier : { ...identifier, sources: [...identifier.sources, source] };
}

function useOf(
  known: readonly OpenIdentifier[],
  identifier: OpenIdentifier,
  { widen }: Finding,
): IdentifierUse {
  const { kind, namespace, round } = identifier;
  if (!isValid(identifier)) return 'invalid';
  const personal = namespacedKind(kind) === undefined;
  if (personal && !widen.includes(kind)) return 'not_widened';
  const searched = known.filter((each) => each.use === 'search' && isPassedOn(each)).length;
  const full = searched >= searchedPerRequest || round > roundsPerRequest;
  return full && isPassedOn({ kind, namespace }) ? 'beyond_limit' : 'search';
}

function isValid({ kind, value }: OpenIdentifier): boolean {
  if (kind === 'email') return isEmail(value);
  if (kind === 'phone') return isPhoneNumber(value);
  return value.length <= longestValue;
}

function isEmail(text: string): boolean {
  try {
    parseEmail(text);
    return true;
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
}
