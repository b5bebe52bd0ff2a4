import type { NotCovered } from '@privacy-connectors/core';

const byHand = 'Look the person up in the inbox of Intercom and copy it from there.';

/** Personal data at Intercom that its API cannot give or erase, or that this connector leaves alone. */
export const notCovered = [
  {
    what: 'Files attached to messages',
    why: 'Messages name them by signed addresses on other hosts, which are never called.',
    remedy: 'Open the addresses in the messages; they work for some time only.',
    capability: 'access',
  },
  {
    what: 'Messages of a conversation before its newest 500',
    why: 'Intercom shows no more of one conversation. Each that has more is told.',
    remedy: byHand,
    capability: 'access',
  },
  {
    what: 'Events older than 90 days',
    why: 'Intercom lists no older ones.',
    remedy: 'Take them from the systems that sent them to Intercom.',
    capability: 'access',
  },
  {
    what: 'The attributes of tickets with several people',
    why: 'It is not told whose they are.',
    remedy: 'Decide case by case, with the conversation before you in the inbox.',
    capability: 'access',
  },
  {
    what: 'Names of tags, segments and subscription types',
    why: 'A contact names them by id alone.',
    remedy: 'Look the ids up in the settings of Intercom.',
    capability: 'access',
  },
  {
    what: 'Names of participants who never wrote in a conversation',
    why: 'Intercom names them there by id alone, so their names stay where they stand in a text.',
    remedy: 'Review the conversations with several people before they are handed over.',
    capability: 'access',
  },
  {
    what: 'Archived contacts, and contacts that were created minutes ago',
    why: 'The search of Intercom may not find them.',
    remedy: 'Unarchive what belongs to the person, and ask again a little later.',
    capability: 'access',
  },
  {
    what: 'The account of a person who is a teammate (an admin)',
    why: 'Admins are no contacts: requests neither find nor delete them, even if the e-mail is the same.',
    remedy: 'Remove the teammate in the settings of Intercom.',
    capability: 'deletion',
  },
  {
    what: 'Ratings of conversations with their comments, and counts in reports',
    why: 'Intercom keeps them when a contact is deleted.',
    remedy: 'Set retainMetrics to false for what hangs on conversations, and ask Intercom for the rest.',
    capability: 'deletion',
  },
  {
    what: 'What others wrote about the person in conversations with several people',
    why: 'Only messages of the person are redacted there; the conversation stays for the others.',
    remedy: 'Redact it in the inbox of Intercom.',
    capability: 'deletion',
  },
  {
    what: 'Files attached to messages in conversations with several people',
    why: 'Intercom redacts texts only, and does not say what becomes of the files. Messages of files alone are told as blocked.',
    remedy: 'Delete the files by hand in the inbox of Intercom, or the conversation for everybody.',
    capability: 'deletion',
  },
  {
    what: 'Archived contacts, and contacts that were created minutes ago',
    why: 'The search of Intercom may not find them. An archived contact is not deleted: it comes back with all its data.',
    remedy: 'Unarchive what belongs to the person, and ask for the deletion again a little later.',
    capability: 'deletion',
  },
] as const satisfies readonly NotCovered[];
