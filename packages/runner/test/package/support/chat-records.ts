import type { PackageRecord } from '../../../src/package/package-source.js';
import type { MemorySection } from './memory-source.js';

/** Resources shaped like a chat product's: profiles, their conversations, messages, files. */
export const chatResources: MemorySection['resources'] = [
  {
    name: 'contacts',
    title: 'Contacts',
    dataCategories: ['user.contact.phone_number', 'user.content.private'],
  },
  { name: 'conversations', title: 'Conversations', parent: 'contacts' },
  { name: 'messages', title: 'Messages', parent: 'conversations' },
  { name: 'attachments', title: 'Attachments', parent: 'messages', binary: true },
];

export function contact(id: string, data: PackageRecord['data'] = {}): PackageRecord {
  return { resource: 'contacts', id, data };
}

export function conversation(id: string, contactId: string, title = `Conversation ${id}`): PackageRecord {
  return {
    resource: 'conversations',
    id,
    title,
    data: { status: 'closed' },
    parent: { resource: 'contacts', id: contactId },
  };
}

export function message(
  id: string,
  conversationId: string,
  more: Partial<PackageRecord> = {},
): PackageRecord {
  return {
    ...{ resource: 'messages', id, data: { id }, occurredAt: 1_763_111_100_000, text: `Text of ${id}` },
    author: { kind: 'subject', internal: false },
    parent: { resource: 'conversations', id: conversationId },
    ...more,
  };
}

export function attachment(id: string, messageId: string, name: string): PackageRecord {
  const file = { name, mediaType: 'application/octet-stream' };
  return { resource: 'attachments', id, data: {}, file, parent: { resource: 'messages', id: messageId } };
}
