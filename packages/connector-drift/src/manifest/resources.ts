import type { Manifest } from '@privacy-connectors/core';

/** The kinds of data that Drift's API gives. */
export const resources = {
  contacts: {
    title: 'Contacts',
    description: 'Profiles of visitors with standard and custom attributes. Several may share one e-mail.',
    dataCategories: [
      'user.contact.email',
      'user.contact.phone_number',
      'user.name',
      'user.unique_id',
      'user.device.ip_address',
      'user.location',
      'user.behavior.browsing_history',
      'user.social',
    ],
    lookup: 'locate',
    binary: false,
    erasure: 'deferred',
    vendorKeeps: '',
  },
  conversations: {
    title: 'Conversations',
    description: 'Chats with their status, participants, tags and playbook; the text is in the messages.',
    dataCategories: ['user.unique_id', 'user.behavior'],
    lookup: 'scan',
    scanOrder: 'updated_descending',
    parent: 'contacts',
    binary: false,
    erasure: 'with_parent',
    vendorKeeps: '',
  },
  messages: {
    title: 'Messages',
    description:
      "What the visitor, agents and bots wrote, agents' private notes, and each message's context.",
    dataCategories: ['user.content.private', 'user.device.ip_address', 'user.device', 'user.location'],
    lookup: 'parent',
    parent: 'conversations',
    binary: false,
    erasure: 'with_parent',
    vendorKeeps: '',
  },
  attachments: {
    title: 'Attachments',
    description: 'Files sent in a conversation, byte by byte.',
    dataCategories: ['user.content.private'],
    lookup: 'parent',
    parent: 'messages',
    binary: true,
    erasure: 'with_parent',
    vendorKeeps: '',
  },
} as const satisfies Manifest['resources'];
