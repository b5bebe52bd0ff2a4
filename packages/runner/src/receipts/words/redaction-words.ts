import type { PolicyMode } from '../../redaction/policy.js';
import {
  withheldWords,
  type ReasonCount,
  type ReplacementReason,
  type WithheldCount,
} from '../../redaction/record-redaction.js';
import { replacedText } from '../../redaction/replaced-text.js';
import { counted, worded } from './worded.js';

/** What the last package of a connection did for the sake of other people, as a receipt has it. */
export interface RedactionTold {
  readonly connection: string;
  readonly basis: string;
  readonly policy: { readonly [kind: string]: PolicyMode };
  readonly withheld: readonly WithheldCount[];
  readonly replaced: readonly ReasonCount<ReplacementReason>[];
}

const done: { readonly [Mode in PolicyMode]: string } = {
  export: 'handed over in full',
  redact: 'handed over without names and contact details',
  withhold: 'left out',
};

/** Sentences about the packages of all connections. */
export function redactionWords(told: readonly RedactionTold[]): readonly string[] {
  return told.flatMap((each) => [leftOut(each), replaced(each), rules(each)].filter((said) => said !== ''));
}

/** E.g. "internal note". */
export function withheldWord(reason: string): string {
  return (withheldWords as { readonly [reason: string]: string })[reason] ?? worded(reason);
}

function leftOut({ connection, basis, withheld }: RedactionTold): string {
  const total = withheld.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return `${connection}: no record was left out of the package.`;
  const reasons = withheld.map(
    ({ resource, reason, count }) =>
      `${count} × ${withheldWord(reason)}${resource === undefined ? '' : ` (${resource})`}`,
  );
  return `${connection}: of ${counted(total, 'record')} the package holds a placeholder alone, for the sake of other people (${basis}): ${reasons.join(', ')}.`;
}

function replaced({ connection, basis, replaced: counts }: RedactionTold): string {
  return counts.length === 0 ? '' : `${connection}: ${lowered(replacedText(counts, basis))}`;
}

function rules({ connection, policy }: RedactionTold): string {
  const modes = Object.keys(done) as readonly PolicyMode[];
  const rows = modes.flatMap((mode) => {
    const kinds = Object.keys(policy).filter((kind) => policy[kind] === mode);
    return kinds.length === 0 ? [] : [`${kinds.map(worded).join(', ')}: ${done[mode]}`];
  });
  return rows.length === 0 ? '' : `${connection}: by the policy, records of ${rows.join('; ')}.`;
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
