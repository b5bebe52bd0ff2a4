import type { Manifest } from '@privacy-connectors/core';

/** Ticked in Intercom's Developer Hub under these titles, never asked for in the authorisation URL. */
export const scopes = {
  read_users_companies: {
    title: 'Read and list users and companies',
    neededFor: ['access', 'deletion'],
    description: 'Finds contacts, and lists their companies and notes.',
  },
  read_single_user: {
    title: 'Read one user and one company',
    neededFor: ['access', 'deletion'],
    description: 'Reads one contact. A deletion is confirmed with it.',
  },
  read_conversations: {
    title: 'Read conversations',
    neededFor: ['access', 'deletion'],
    description: 'Conversations and what was said in them. A deletion lists them before the contact goes.',
  },
  read_tickets: {
    title: 'Read tickets',
    neededFor: ['access', 'deletion'],
    description: 'Tickets and the replies to them. A deletion lists them before the contact goes.',
  },
  read_events: {
    title: 'Read events',
    neededFor: ['access'],
    description: 'Events of a contact of the last 90 days.',
  },
  write_users_companies: {
    title: 'Write users and companies',
    neededFor: ['deletion'],
    description: 'Deletes contacts.',
  },
  write_conversations: {
    title: 'Write conversations',
    neededFor: ['deletion'],
    description: 'Deletes conversations, and redacts messages in conversations with others.',
  },
  write_tickets: {
    title: 'Write tickets',
    neededFor: ['deletion'],
    description: 'Deletes tickets.',
  },
  delete_conversations_and_metrics: {
    title: 'Delete conversations and their metrics',
    neededFor: [],
    description: 'Needed once the setting retainMetrics is false.',
  },
} as const satisfies Manifest['scopes'];
