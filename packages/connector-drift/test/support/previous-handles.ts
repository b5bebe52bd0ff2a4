import type { PreviousHandle } from '@privacy-connectors/conformance';

const trail = { place: '50', anchor: '50', steps: 0, lap: 1 };
const email = 'Grace.Hopper@example.com';
const conversation = { conversationId: 4_700_001, contactId: 8_100_001 };
const attachment = {
  attachmentId: 9_200_001,
  position: 0,
  conversationId: 4_700_001,
  messageId: 1,
  fileName: 'photo.png',
  mimeType: 'image/png',
};

/** What release 0.1 stores. Never to be changed: requests that are under way hold it. */
export const previousHandles: readonly PreviousHandle[] = [
  { codec: 'locateCursor', stored: { variant: 1, page: null } },
  { codec: 'locateCursor', stored: { variant: 0, page: { parameters: { page: '2', limit: '1' }, trail } } },
  { codec: 'ref', resource: 'contacts', stored: { contactId: 8_100_001, email } },
  { codec: 'ref', resource: 'conversations', stored: conversation },
  { codec: 'ref', resource: 'messages', stored: conversation },
  { codec: 'ref', resource: 'attachments', stored: attachment },
  { codec: 'ref', resource: 'attachments', stored: { ...attachment, attachmentId: null, fileName: null } },
  { codec: 'scanCursor', resource: 'conversations', stored: { style: 'page_token', trail } },
  { codec: 'scanCursor', resource: 'conversations', stored: { style: 'next', trail } },
  { codec: 'cursor', resource: 'messages', stored: trail },
  { codec: 'operation', stored: { email, contactIds: [8_100_001, 8_100_002] } },
  { codec: 'ticket', stored: { email, contactIds: [8_100_001], checked: 1 } },
];
