import type { Identifier } from '@privacy-connectors/core';
import type { ReplacementReason } from '../record-redaction.js';

/** A label takes the place of somebody's name or contact data. */
export interface Replacement {
  readonly label: string;
  readonly reason: ReplacementReason;
}

/** What is done where somebody's name or contact data stands: it stays, as the data subject's does, or it is replaced. */
export type Treatment = Replacement | { readonly keep: 'subject' | 'policy' };

/** Somebody of a thread, with every spelling of their name that is known. */
export interface KnownPerson {
  readonly names: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly treatment: Treatment;
}

/** Of two people whom the same words name: the data subject first, then whoever is to be replaced. */
export function precedence(treatment: Treatment): number {
  if ('label' in treatment) return 1;
  return treatment.keep === 'subject' ? 2 : 0;
}
