import { attachmentOf, attachmentsOfMessage, type Attachment } from './attachment.js';
import { BOT_USER_ID, ORGANISATION_ID, messageId } from './identities.js';
import type { StoredConversation } from './stored.js';
import { agentName, agentOf } from './user.js';

/** A message as Drift answers it; the name of its list of attachments is chosen when it is sent. */
export interface Message {
  readonly id: number;
  readonly orgId: number;
  readonly conversationId: number;
  readonly createdAt: number;
  readonly type: 'chat' | 'private_note';
  readonly author: { readonly type: 'contact' | 'user'; readonly id: number; readonly bot: boolean };
  /** HTML with entities; absent on the bot's first message. */
  readonly body?: string;
  readonly buttons?: readonly unknown[];
  readonly context?: Readonly<Record<string, unknown>>;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly attachments: readonly Attachment[];
}

type Content = Pick<Message, 'type' | 'author' | 'body' | 'buttons' | 'context'>;

export function messageCount(conversation: StoredConversation): number {
  return conversation.messages + conversation.activities.length;
}

/** The message of that position, oldest first: computed, and always the same. */
export function messageAt(conversation: StoredConversation, index: number): Message {
  const attachments = attachmentsOfMessage(conversation, index);
  return {
    id: messageId(conversation.ordinal, index),
    orgId: ORGANISATION_ID,
    conversationId: conversation.id,
    createdAt: writtenAt(conversation, index),
    ...contentAt(conversation, index),
    attributes: {},
    attachments: attachments.map((attachment) => attachmentOf(conversation, attachment)),
  };
}

/** Spread evenly over the conversation's life; what came later was written when it came. */
function writtenAt(conversation: StoredConversation, index: number): number {
  const later = conversation.activities[index - conversation.messages];
  if (later !== undefined) return later;
  const life = conversation.settledAt - conversation.createdAt;
  return conversation.createdAt + Math.floor((life * index) / Math.max(1, conversation.messages - 1));
}

const CONTENTS: readonly ((conversation: StoredConversation, index: number) => Content)[] = [
  (conversation, index) =>
    fromBot(`<p>Step ${index}: anything else, ${conversation.contact.person.name}?</p>`),
  (conversation, index) =>
    fromContact(
      conversation,
      `<p>Caf&eacute; &amp; order &lt;${index}&gt;: I&#39;m ${conversation.contact.person.name}</p>`,
    ),
  (conversation, index) =>
    fromAgent(
      conversation,
      'chat',
      `<p>Looking into no. ${index}, ${nameOf(conversation)}.</p><p>${agentName(conversation.ordinal)}</p>`,
    ),
  (conversation, index) =>
    fromAgent(conversation, 'private_note', `<p>Note ${index}: ${nameOf(conversation)} sounds upset.</p>`),
  (conversation, index) =>
    fromContact(
      conversation,
      `<p>No. ${index}: write to ${emailOf(conversation)} or ${phoneOf(conversation)}</p>`,
    ),
  (conversation, index) =>
    fromContact(
      conversation,
      `</p></td><script>alert(${index})</script><img src=x onerror="alert('${conversation.contact.person.canary}')">`,
    ),
];

function contentAt(conversation: StoredConversation, index: number): Content {
  // The first message is a bot's without a body, as seen at Drift, unless it is the only one.
  if (index === 0 && conversation.messages > 1) return fromBot(undefined);
  const position = index === 0 ? 1 : index % CONTENTS.length;
  const content = CONTENTS[position];
  if (content === undefined) throw new RangeError(`There is no message content for position ${position}.`);
  return content(conversation, index);
}

function fromBot(body: string | undefined): Content {
  const author = { type: 'user', id: BOT_USER_ID, bot: true } as const;
  if (body === undefined) return { type: 'chat', author };
  return {
    type: 'chat',
    author,
    body,
    buttons: [{ label: 'Yes', value: 'yes', type: 'reply', style: 'primary' }],
  };
}

function fromAgent(conversation: StoredConversation, type: Content['type'], body: string): Content {
  return { type, author: { type: 'user', id: agentOf(conversation.ordinal), bot: false }, body };
}

function fromContact(conversation: StoredConversation, body: string): Content {
  const { contact } = conversation;
  return {
    type: 'chat',
    author: { type: 'contact', id: contact.id, bot: false },
    body,
    context: {
      ip: `192.0.2.${1 + (contact.ordinal % 250)}`,
      userAgent: `Mozilla/5.0 (${contact.person.canary})`,
      location: { city: 'Lyon', country: 'FR' },
    },
  };
}

function nameOf(conversation: StoredConversation): string {
  return conversation.contact.person.name;
}

function emailOf(conversation: StoredConversation): string {
  return conversation.contact.email ?? conversation.contact.person.canary;
}

function phoneOf(conversation: StoredConversation): string {
  return conversation.contact.person.phone;
}
