import type { AuditVerificationView } from '../../application/views/audit-view.js';
import { type Lines, paragraph } from '../output/layout.js';
import type { Style } from '../output/style.js';

/** What was checked of the audit log, and what came of it. */
export function verificationDetail(view: AuditVerificationView, style: Style): Lines {
  return [
    ...(view.holds
      ? paragraph('The audit log holds.', '', style.good)
      : paragraph('The audit log does not hold.', '', style.bad)),
    ...view.problems.flatMap(({ message }) => paragraph(message, '- ')),
    ...(view.moreProblems > 0
      ? paragraph(`and ${view.moreProblems.toLocaleString('en-US')} more.`, '- ')
      : []),
    '',
    ...paragraph(checkedText(view)),
    ...(view.changeable === true ? ['', ...paragraph(changeable)] : []),
  ];
}

function checkedText({ entries, firstEntry, lastEntry, checkpoints }: AuditVerificationView): string {
  if (firstEntry === null || lastEntry === null) return 'There was no entry to check.';
  const range = `${entries.toLocaleString('en-US')} ${entries === 1 ? 'entry' : 'entries'}, ${firstEntry} to ${lastEntry}`;
  const compared =
    checkpoints === 0
      ? 'There was no signed checkpoint to compare with, so entries that were cut off at the end would not be missed. The next command that adds an entry signs one, or dsr worker --until-idle'
      : `Compared with ${checkpoints} signed ${checkpoints === 1 ? 'checkpoint' : 'checkpoints'}`;
  return `Checked: ${range}; of each its content, its place, and the hash of the one before it. ${compared}.`;
}

const changeable =
  'The database role that dsr works with owns the log, and could change it unnoticed between two checkpoints. Give dsr a lesser role: "The database" in docs/guides/operate.md tells how.';
