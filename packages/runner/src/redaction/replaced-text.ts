import type { ReasonCount, ReplacementReason } from './record-redaction.js';

const whose: { readonly [Reason in ReplacementReason]: string } = {
  agent: 'of support agents',
  bot: 'of automated senders',
  other_person: 'of other people',
  unknown_person: 'of people who are not known',
};

/** E.g. "Names or contact details replaced: 12 of support agents (GDPR Art. 15(4))." */
export function replacedText(replaced: readonly ReasonCount<ReplacementReason>[], basis: string): string {
  const parts = replaced.map(({ reason, count }) => `${String(count)} ${whose[reason]}`);
  return `Names or contact details replaced: ${parts.join(', ')} (${basis}).`;
}
