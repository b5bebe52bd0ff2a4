import type { Regulation } from '../deadlines/regulation.js';

/** The values of {@link ReplacementReason}. */
export const replacementReasons = ['agent', 'bot', 'other_person', 'unknown_person'] as const;

/** Whose name or contact data was replaced; `unknown_person`: that of somebody whom the vendor does not name. */
export type ReplacementReason = (typeof replacementReasons)[number];

/** The values of {@link WithholdingReason}. */
export const withholdingReasons = [
  'internal_note',
  'agent',
  'bot',
  'other_person',
  'unknown_author',
  'operator',
] as const;

/** Why a record was left out; `operator`: a person decided so; `unknown_author`: a file of which nobody knows whose it is. */
export type WithholdingReason = (typeof withholdingReasons)[number];

/** How often something was done for a reason. */
export interface ReasonCount<Reason extends string = string> {
  readonly reason: Reason;
  readonly count: number;
}

/** Records of a resource that were left out for a reason. */
export interface WithheldCount extends ReasonCount {
  /** Missing in what was counted before resources were told apart. */
  readonly resource?: string;
}

/** What was changed in a record, and on which legal ground. */
export interface RecordRedaction {
  /** The record's content is not in the package. */
  readonly withheld?: WithholdingReason;
  /** Names and contact data that were replaced. */
  readonly replaced: readonly ReasonCount<ReplacementReason>[];
  /** E.g. "GDPR Art. 15(4)". */
  readonly basis: string;
}

const bases: { readonly [Law in Regulation]: string } = {
  gdpr: 'GDPR Art. 15(4)',
  ccpa: 'rights of other people under the CCPA',
  other: 'rights of other people',
};

/** The rule that keeps other people's data out of a copy. */
export function legalBasis(regulation: Regulation): string {
  return bases[regulation];
}

/** What a record was that was left out. */
export const withheldWords: { readonly [Reason in WithholdingReason]: string } = {
  internal_note: 'internal note',
  agent: 'words of an agent',
  bot: 'automated message',
  other_person: 'data of another person',
  unknown_author: 'file of an unknown author',
  operator: 'decision of the controller',
};

/** What stands in the place of a record's content, e.g. "Withheld: internal note (GDPR Art. 15(4))." */
export function placeholder(reason: WithholdingReason, basis: string): string {
  return `Withheld: ${withheldWords[reason]} (${basis}).`;
}
