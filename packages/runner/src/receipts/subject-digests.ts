import type { IdentifierKind } from '@privacy-connectors/core';
import { canonicalJson } from '../audit/canonical-json.js';
import type { OpenIdentifier } from '../identifiers/known-identifier.js';
import type { Box } from '../vault/box.js';
import type { SubjectDigest } from './receipt.js';

/** An identifier that a receipt may be about. */
export interface ProvableIdentifier {
  readonly kind: IdentifierKind;
  readonly namespace: string | null;
  readonly value: string;
}

/**
 * The digest of an identifier in the receipts of one request, under the installation's key; without that key it tells
 * nothing, and those of two requests cannot be tied to each other.
 */
export function subjectDigest(box: Box, requestId: string, identifier: ProvableIdentifier): string {
  const { kind, namespace } = identifier;
  const content = ['receipt-subject', requestId, kind, namespace, spelled(identifier)];
  return box.digest(canonicalJson(content)).toString('hex');
}

/** The digests of those that the request named or that something was searched by. */
export function subjectDigests(
  box: Box,
  requestId: string,
  identifiers: readonly OpenIdentifier[],
  searched: ReadonlySet<number>,
): readonly SubjectDigest[] {
  return identifiers
    .filter(({ round, number }) => round === 0 || searched.has(number))
    .map(({ kind, namespace, value, round }) => {
      const digest = subjectDigest(box, requestId, { kind, namespace, value });
      return { kind, namespace, given: round === 0, digest };
    });
}

/** One spelling of those that mean the same. */
function spelled({ kind, value }: ProvableIdentifier): string {
  if (kind === 'email') return value.trim().normalize('NFC').toLowerCase();
  return kind === 'phone' ? value.replaceAll(/[^\d+]/g, '') : value.trim();
}
