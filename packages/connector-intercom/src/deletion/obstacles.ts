import type { DeletionPlanPage } from '@privacy-connectors/core';

/** A part of the deletion that cannot be done, as it stands in a plan. */
export type Obstacle = DeletionPlanPage['obstacles'][number];

const UNNAMED =
  'Intercom lists them for the contact without naming it in them. Look them up in the inbox and delete by hand what is the person’s.';

const TICKETS_WITH_OTHERS =
  'The tickets also belong to other people, who would lose them, and Intercom redacts nothing in tickets. Take the others off the tickets and ask for the deletion again, or delete the tickets by hand.';

const OLDER_PARTS =
  'Intercom shows the newest 500 parts of a conversation only, so older messages of the person cannot be redacted. Look for them in the inbox, or delete the conversation for everybody.';

const FILES_ALONE =
  'The messages are files without a text, which Intercom does not redact. Delete the files by hand in the inbox, or the conversation for everybody.';

const HELD =
  'The contact is the only way to conversations or tickets that a person has to see to, so it stays for now. Do there what the plan says and ask for the deletion again. What can be done in no other way is finished by deleting the contact by hand.';

/** Conversations or tickets that are listed for a contact and do not name it. */
export function unnamedThreads(resource: string, count: number): readonly Obstacle[] {
  return blocked(resource, count, UNNAMED);
}

export function ticketsWithOthers(count: number): readonly Obstacle[] {
  return blocked('tickets', count, TICKETS_WITH_OTHERS);
}

export function olderParts(count: number): readonly Obstacle[] {
  return blocked('messages', count, OLDER_PARTS);
}

export function filesAlone(count: number): readonly Obstacle[] {
  return blocked('messages', count, FILES_ALONE);
}

/** A contact that leads to what is not done. */
export const HELD_CONTACT: readonly Obstacle[] = blocked('contacts', 1, HELD);

function blocked(resource: string, count: number, remedy: string): readonly Obstacle[] {
  return count > 0 ? [{ resource, count, outcome: { outcome: 'blocked', remedy } }] : [];
}
