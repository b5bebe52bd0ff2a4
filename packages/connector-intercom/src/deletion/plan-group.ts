import type { IntercomContext } from '../client/context.js';
import type { components } from '../generated/schema.js';
import type { ContactRef } from '../contacts/contact-ref.js';
import { authorOf } from '../threads/author.js';
import { conversation, SOURCE } from '../threads/conversation.js';
import type { Thread } from '../threads/thread-kind.js';
import { textOf } from '../values/text-of.js';
import { planned } from './operation.js';
import type { Findings } from './plan-page.js';

type Part = components['schemas']['Part'];

const OLDER_PARTS =
  'Intercom shows the newest 500 parts of a conversation only, so older messages of the person cannot be redacted. Look for them in the inbox, or delete the conversation for everybody.';

/** Messages of the person in a conversation with others, each to be redacted. */
export async function planGroup(
  context: IntercomContext,
  conversationId: string,
  contacts: readonly ContactRef[],
): Promise<Findings> {
  const thread = await conversation.get(context, conversationId);
  if (thread === null) return {};
  const isTheirs = (part: Part) => contacts.some((contact) => authorOf(part, contact).kind === 'subject');
  const theirs = thread.parts.filter((part) => isTheirs(part) && saysSomething(part));
  return {
    operations: theirs.map(({ id }) => planned(redactionOf(id, conversationId))),
    obstacles: olderParts(thread),
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

function olderParts({ parts, total }: Thread) {
  const count = total - parts.length;
  return count > 0
    ? [{ resource: 'messages', count, outcome: { outcome: 'blocked', remedy: OLDER_PARTS } as const }]
    : [];
}
