import type { Manifest } from '@privacy-connectors/core';

const ofContact = { lookup: 'parent', parent: 'contacts', binary: false, vendorKeeps: '' } as const;
const said = {
  dataCategories: ['user.content.private'],
  lookup: 'parent',
  binary: false,
  erasure: 'with_parent',
  vendorKeeps: '',
} as const;

/** The kinds of data that Intercom's API gives. */
export const resources = {
  contacts: {
    title: 'Contacts',
    description: 'Users and leads with standard and custom attributes. Several may share one e-mail.',
    dataCategories: [
      'user.contact.email',
      'user.contact.phone_number',
      'user.name',
      'user.unique_id',
      'user.location',
      'user.device',
      'user.social',
    ],
    lookup: 'locate',
    binary: false,
    erasure: 'immediate',
    vendorKeeps:
      'Satisfaction ratings with their comments and counts in reports stay. Support can restore the contact for 7 days; Intercom purges within 90 days.',
  },
  companies: {
    ...ofContact,
    title: 'Companies',
    description: 'Companies that a contact is attached to.',
    dataCategories: ['user.workplace'],
    erasure: 'with_parent',
    vendorKeeps: 'The company itself stays: only the contact leaves it.',
  },
  notes: {
    ...ofContact,
    title: 'Notes',
    description: 'What teammates noted about a contact; left out when the setting includeNotes is false.',
    dataCategories: ['user.content.private'],
    erasure: 'with_parent',
  },
  events: {
    ...ofContact,
    title: 'Events',
    description: 'What a contact did, as the own product reported it, in the last 90 days.',
    dataCategories: ['user.behavior'],
    erasure: 'with_parent',
  },
  conversations: {
    ...ofContact,
    title: 'Conversations',
    description: 'Conversations with their state, tags and rating; what was said is in the messages.',
    dataCategories: ['user.unique_id', 'user.behavior'],
    erasure: 'immediate',
    vendorKeeps: 'Counts in reports stay, unless the setting retainMetrics is false.',
  },
  messages: {
    ...said,
    title: 'Messages',
    description:
      'What the person, teammates, bots and other people said, with internal notes, each marked as theirs.',
    parent: 'conversations',
  },
  tickets: {
    ...ofContact,
    title: 'Tickets',
    description: 'Tickets with their attributes; the replies are in the ticket messages.',
    dataCategories: ['user.content.private', 'user.unique_id'],
    erasure: 'immediate',
    vendorKeeps: 'Counts in reports stay.',
  },
  ticketMessages: {
    ...said,
    title: 'Ticket messages',
    description: 'Replies to tickets and changes of their state, with internal notes.',
    parent: 'tickets',
  },
} as const satisfies Manifest['resources'];
