import {
  placeholder,
  type RecordRedaction,
  type ReplacementReason,
} from '../../redaction/record-redaction.js';
import type { ReasonCount } from '../../redaction/record-redaction.js';
import { markup, type Markup } from './markup.js';

const whose: { readonly [Reason in ReplacementReason]: string } = {
  agent: 'of support agents',
  bot: 'of automated senders',
  other_person: 'of other people',
  unknown_person: 'of people who are not known',
};

/** Beside a record: what was left out or replaced in it for the sake of other people, and by which rule. */
export function redactionNote(redaction: RecordRedaction | undefined): Markup | undefined {
  if (redaction === undefined) return undefined;
  const { withheld, replaced, basis } = redaction;
  const said = withheld === undefined ? replacedText(replaced, basis) : placeholder(withheld, basis);
  return markup`<p class="quiet redaction">${said}</p>`;
}

/** In the overview: the same for all records of a connection. */
export function redactionSummary(
  withheld: readonly ReasonCount[],
  replaced: readonly ReasonCount<ReplacementReason>[],
  basis: string,
): Markup | undefined {
  if (withheld.length + replaced.length === 0) return undefined;
  const records = withheld.map(
    ({ reason, count }) => markup`<li>${count} × ${reason.replaceAll('_', ' ')}: withheld</li>\n`,
  );
  const names = replaced.length === 0 ? undefined : markup`<li>${replacedText(replaced, basis)}</li>\n`;
  return markup`<div class="notice"><h4>What was left out for the sake of other people</h4>
<p>The copy of your data must not adversely affect the rights of others (${basis}).</p>
<ul>${records}${names}</ul></div>\n`;
}

/** E.g. "Names or contact details replaced: 12 of support agents (GDPR Art. 15(4))." */
export function replacedText(replaced: readonly ReasonCount<ReplacementReason>[], basis: string): string {
  const parts = replaced.map(({ reason, count }) => `${String(count)} ${whose[reason]}`);
  return `Names or contact details replaced: ${parts.join(', ')} (${basis}).`;
}
