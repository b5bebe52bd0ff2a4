import type { RedactionItemView } from '../../application/views/redaction-item-view.js';
import { type Lines, paragraph } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { formatList } from './format.js';

/** What a package leaves out or replaces, thread by thread. */
export function redactionList(items: readonly RedactionItemView[], style: Style): Lines {
  if (items.length === 0) return ['Nothing is left out or replaced.'];
  return items.flatMap((item, index) => [
    ...(items[index - 1]?.thread === item.thread ? [] : threadLines(item, style)),
    ...itemLines(item, style),
  ]);
}

function threadLines({ thread, labels }: RedactionItemView, style: Style): Lines {
  const who = labels.map(({ label, names }) => `${label} is ${formatList(names)}`);
  return ['', ...paragraph(thread), ...who.flatMap((line) => paragraph(line, '  ', style.faint))];
}

function itemLines({ record, author, withheld, replaced, decision }: RedactionItemView, style: Style): Lines {
  const counts = replaced.map(({ reason, count }) => `${String(count)} of ${words(reason)} replaced`);
  const kept = counts.length === 0 ? 'in full' : formatList(counts);
  const done = withheld === null ? kept : `withheld: ${words(withheld)}`;
  return [
    ...paragraph(`${record} (${author === null ? 'no author' : words(author)}): ${done}`, '  - '),
    ...(decision === null
      ? []
      : paragraph(
          `${decision.decidedBy} decided ${decision.mode}: ${decision.reason}`,
          '    ',
          style.warning,
        )),
  ];
}

function words(kind: string): string {
  return kind.replaceAll('_', ' ');
}
