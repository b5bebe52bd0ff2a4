import { defineConnector } from '@privacy-connectors/core';
import { connect } from './generated/client.js';
import { check } from './connection/check.js';
import { disconnect } from './connection/disconnect.js';
import { normaliseTokenAnswer } from './connection/token-answer.js';
import { contacts } from './contacts/contacts.js';
import { subject } from './contacts/locate.js';
import { deletion } from './deletion/deletion.js';
import { companies } from './lists/companies.js';
import { events } from './lists/events.js';
import { notes } from './lists/notes.js';
import { manifest } from './manifest/manifest.js';
import { IntercomSettings } from './settings/intercom-settings.js';
import { profileOf } from './settings/profile.js';
import { conversation } from './threads/conversation.js';
import { threadList } from './threads/thread-list.js';
import { threadMessages } from './threads/thread-messages.js';
import { ticket } from './threads/ticket.js';

/** Access and deletion at Intercom, by e-mail, phone number and external id. @public */
export const connector = defineConnector(manifest).implement({
  settings: IntercomSettings,
  configure: profileOf,
  normaliseTokenAnswer,
  connect,
  check,
  disconnect,
  subject,
  resources: {
    contacts,
    companies,
    notes,
    events,
    conversations: threadList(conversation),
    messages: threadMessages(conversation),
    tickets: threadList(ticket),
    ticketMessages: threadMessages(ticket),
  },
  deletion,
});
