import { shareIdentifier, type DataRecord } from '@privacy-connectors/core';
import type { AccessState } from '../driver/access-state.js';
import { keyOf } from '../driver/stored.js';
import { handedOver } from '../driver/told-people.js';
import { ensure, ensureSame } from '../failure.js';

/** What somebody else gets before and after the deletion of the data subject, who got `own` before. */
export interface Comparison {
  readonly own: AccessState;
  readonly before: AccessState;
  readonly after: AccessState;
  /** Texts of that other person. */
  readonly canaries: readonly string[];
}

/**
 * Everything is as it was, with two exceptions: what the data subject wrote in a thread of several may change or go, and
 * the thread itself may lose the data subject, but no text of the other person.
 * @throws ConformanceFailure naming the record or file that is not spared.
 */
export function ensureSpared(comparison: Comparison): void {
  const { own, before, after } = comparison;
  ensureSame(after.things, before.things, 'what is located for somebody else is not what it was');
  for (const [name, { record }] of Object.entries(before.records)) {
    if (!isWrittenBySubject(own, name) && !namesSubject(own, record))
      ensureRecordSpared(comparison, name, record);
  }
  for (const [name, digest] of Object.entries(before.files)) {
    if (isWrittenBySubject(own, name)) continue;
    ensure(after.files[name] === digest, `${name}: a file of somebody else is gone or changed`);
  }
}

function ensureRecordSpared({ own, after, canaries }: Comparison, name: string, record: DataRecord): void {
  const left = after.records[name]?.record;
  ensure(left !== undefined, `${name}: a record of somebody else is gone`);
  const isThread = own.records[name] !== undefined && record.author === undefined;
  const [text, textBefore] = [keyOf(handedOver(left)), keyOf(handedOver(record))];
  ensure(text === textBefore || isThread, `${name}: a record of somebody else was changed`);
  const lost = canaries.some((canary) => textBefore.includes(canary) && !text.includes(canary));
  ensure(!lost, `${name}: a shared record lost what is about somebody else`);
}

/** By the export of that other person: somebody else wrote it, whom one of the data subject's identifiers names. */
function namesSubject(own: AccessState, { author, people = [] }: DataRecord): boolean {
  if (author?.kind !== 'other_person') return false;
  const subject = Object.values(own.records)
    .flatMap(({ record }) => record.people ?? [])
    .filter(({ kind }) => kind === 'subject')
    .flatMap(({ identifiers }) => identifiers);
  return people.some(({ identifiers }) => shareIdentifier(identifiers, subject));
}

/** By the data subject's own export: the record, or the message it hangs on, has the data subject for its author. */
function isWrittenBySubject(own: AccessState, name: string): boolean {
  const record = own.records[name]?.record;
  if (record === undefined) return false;
  if (record.author !== undefined || record.parent === undefined) return record.author?.kind === 'subject';
  return isWrittenBySubject(own, `${record.parent.resource}/${record.parent.id}`);
}
