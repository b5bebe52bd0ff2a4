import type { Author, AuthorKind } from '@privacy-connectors/core';
import type { components } from '../generated/schema.js';

type MessageAuthor = components['schemas']['MessageAuthor'];

/** Message types that agents see and visitors do not. */
const INTERNAL_TYPES: readonly string[] = ['private_note', 'private_prompt'];

/**
 * Who wrote a message of a conversation with the contact `contactId`. Agents stay without a name: their role says enough.
 * An author that Drift does not name is not taken for the data subject.
 */
export function authorOf(author: MessageAuthor | undefined, type: unknown, contactId: number): Author {
  return {
    kind: author ? kindOf(author, contactId) : 'other_person',
    internal: INTERNAL_TYPES.some((internal) => internal === type),
  };
}

function kindOf({ type, id, bot }: NonNullable<MessageAuthor>, contactId: number): AuthorKind {
  if (type === 'contact') return id === contactId ? 'subject' : 'other_person';
  if (type === 'user') return bot === true ? 'bot' : 'agent';
  return 'other_person';
}
