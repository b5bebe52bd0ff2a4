import { defineConnector } from '@privacy-connectors/core';
import { attachments } from './attachments/attachments.js';
import { connect } from './generated/client.js';
import { check } from './connection/check.js';
import { disconnect } from './connection/disconnect.js';
import { normaliseTokenAnswer } from './connection/token-answer.js';
import { contacts } from './contacts/contacts.js';
import { subject } from './contacts/locate.js';
import { conversations } from './conversations/conversations.js';
import { deletion } from './deletion/deletion.js';
import { manifest } from './manifest/manifest.js';
import { messages } from './messages/messages.js';
import { DriftSettings } from './settings/drift-settings.js';
import { profileOf } from './settings/profile.js';

/** Drift: access and deletion by e-mail. */
export const connector = defineConnector(manifest).implement({
  settings: DriftSettings,
  configure: profileOf,
  normaliseTokenAnswer,
  connect,
  check,
  disconnect,
  subject,
  resources: { contacts, conversations, messages, attachments },
  deletion,
});
