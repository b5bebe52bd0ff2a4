import type { IntercomContext } from '../client/context.js';
import type { components } from '../generated/schema.js';
import { authorOf } from '../threads/author.js';
import { conversation, SOURCE } from '../threads/conversation.js';
import { textOf } from '../values/text-of.js';
import { filesAlone, olderParts } from './obstacles.js';
import { planned } from './operation.js';
import type { Findings } from './plan-page.js';
import { isCountedWith, type Person } from './plan-threads.js';

type Part = components['schemas']['Part'];

/** Messages of the person in a conversation with others, each to be redacted; `isUndone` when that is not all. */
export async function planGroup(
  context: IntercomContext,
  conversationId: string,
  person: Person,
): Promise<Findings & { readonly isUndone: boolean }> {
  const thread = await conversation.get(context, conversationId);
  if (thread === null) return { isUndone: false };
  const isTheirs = (part: Part) =>
    person.proven.some((contact) => authorOf(part, contact).kind === 'subject');
  const theirs = thread.parts.filter(isTheirs);
  const redactable = theirs.filter(saysSomething);
  const files = theirs.filter((part) => !saysSomething(part) && hasFiles(part));
  const undone = [...olderParts(thread.total - thread.parts.length), ...filesAlone(files.length)];
  return {
    operations: redactable.map(({ id }) => planned(redactionOf(id, conversationId))),
    obstacles: isCountedWith(thread, person) ? undone : [],
    isUndone: undone.length > 0,
  };
}

function redactionOf(id: string, conversationId: string) {
  return id.startsWith(SOURCE)
    ? ({ kind: 'source', id: id.slice(SOURCE.length), conversationId } as const)
    : ({ kind: 'part', id, conversationId } as const);
}

/** What has no body, or none any more, cannot be redacted. */
function saysSomething({ body, redacted }: Part): boolean {
  return textOf(body) !== undefined && redacted !== true;
}

function hasFiles({ attachments }: Part): boolean {
  return Array.isArray(attachments) && attachments.length > 0;
}
