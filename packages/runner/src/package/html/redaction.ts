import {
  placeholder,
  type ReasonCount,
  type RecordRedaction,
  type ReplacementReason,
} from '../../redaction/record-redaction.js';
import { replacedText } from '../../redaction/replaced-text.js';
import { markup, type Markup } from './markup.js';

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
