import type { Manifest } from '@privacy-connectors/core';

/** Chosen in the settings of the Drift app, never asked for in the authorisation URL. */
export const scopes = {
  all_contact_read: {
    title: 'Read all contacts',
    neededFor: ['access'],
    description: 'Every contact. Without it Drift hides contacts that were not identified in a chat.',
  },
  contact_read: {
    title: 'Read contacts',
    neededFor: ['access'],
    description: 'Contacts by e-mail and by id. A deletion also reads them, to plan and to confirm.',
  },
  conversation_read: {
    title: 'Read conversations',
    neededFor: ['access'],
    description: 'Conversations, their messages and attachments.',
  },
  gdpr_write: {
    title: 'Erase personal data',
    neededFor: ['deletion'],
    description:
      'The only erasure Drift offers. Drift grants it to apps that the organisation created itself, not to apps of third parties.',
  },
  contact_write: {
    title: 'Write contacts',
    neededFor: [],
    description:
      'Other integrations ask for it, next to gdpr_write, for deletion. It allows to remove a contact, which only unlists it. This connector never does that, because it is not an erasure; the scope may be left out.',
  },
  user_read: {
    title: 'Read users',
    neededFor: [],
    description:
      'Lets an access know the agents of a conversation by name and address, so that these can be kept out of what is handed over; without it only their ids are known. Lets a deletion see that the e-mail also belongs to a Drift user, an employee, whose data would be erased too.',
  },
} as const satisfies Manifest['scopes'];
