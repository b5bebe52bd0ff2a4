import { canonicalEmail, phoneDigits } from '@privacy-connectors/core';
import { canonicalJson } from '../audit/canonical-json.js';
import type { Box } from '../vault/box.js';
import type { OpenIdentifier } from './known-identifier.js';

/** Named by the request, or an address that a person decided to search by too; ids of vendors may be shared. */
export function isOfSubject({ round, use, kind }: OpenIdentifier): boolean {
  return round === 0 || (use === 'search' && (kind === 'email' || kind === 'phone'));
}

/** The same for all spellings of an identifier in every request of an installation; it tells nobody else which one it is. */
export function subjectDigest(installation: Box, identifier: OpenIdentifier): Buffer {
  const { kind, namespace } = identifier;
  return installation.digest(canonicalJson(['subject', kind, namespace, canonicalValue(identifier)]));
}

function canonicalValue({ kind, value }: OpenIdentifier): string {
  if (kind === 'email') return canonicalEmail(value) ?? value;
  return kind === 'phone' ? phoneDigits(value) : value;
}
