import type { OutcomeView } from '../../application/views/task-view.js';
import type { Receipt, ReceiptTask } from '../receipt.js';
import { withheldWord, type RedactionTold } from './redaction-words.js';
import { worded } from './worded.js';

/** A line of what became of a task's records, for people. */
export interface ShownOutcome {
  readonly resource: string;
  readonly count: number;
  readonly outcome: string;
  readonly remark?: string;
}

/**
 * A task's outcomes for people. `exported` counts what was read for the package; what became of it there is told by the
 * package alone: how much was handed over, how much was left out, or that none is on record.
 */
export function shownOutcomes(task: ReceiptTask, parts: Receipt['parts']): readonly ShownOutcome[] {
  const told = (parts['redaction'] ?? []) as unknown as readonly RedactionTold[];
  const own = told.find(({ connection }) => connection === task.connection);
  return [
    ...task.outcomes.flatMap((outcome) =>
      outcome.outcome === 'exported' ? exported(outcome, own) : [plain(outcome)],
    ),
    ...(own?.withheld ?? [])
      .filter(({ resource }) => resource === undefined)
      .map((each) => ({
        resource: 'of these',
        count: each.count,
        outcome: 'withheld',
        remark: `Counted above as well; a placeholder stands in its place: ${withheldWord(each.reason)} (${own?.basis ?? ''}).`,
      })),
  ];
}

function exported(
  { resource, count }: OutcomeView,
  told: RedactionTold | undefined,
): readonly ShownOutcome[] {
  if (told === undefined) return [{ resource, count, outcome: 'read', remark: unpackaged }];
  const withheld = told.withheld.filter((each) => each.resource === resource);
  const handedOver = count - withheld.reduce((sum, each) => sum + each.count, 0);
  return [
    ...(handedOver > 0 ? [{ resource, count: handedOver, outcome: 'exported' }] : []),
    ...withheld.map((each) => ({
      resource,
      count: each.count,
      outcome: 'withheld',
      remark: `A placeholder stands in its place: ${withheldWord(each.reason)} (${told.basis}).`,
    })),
  ];
}

const unpackaged = 'Read for a package; none was on record when this receipt was issued.';

function plain({ resource, count, outcome, reason }: OutcomeView): ShownOutcome {
  return { resource, count, outcome: worded(outcome), ...(reason === undefined ? {} : { remark: reason }) };
}
