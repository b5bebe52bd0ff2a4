import { createRandom } from '@privacy-connectors/conformance/simulator';
import { attachmentId } from './identities.js';
import type { StoredConversation } from './stored.js';

/** An attachment as a message names it. */
export interface Attachment {
  readonly id: number;
  readonly fileName: string;
  readonly mimeType: string;
  readonly url: string;
}

const MEDIA_TYPES = ['application/pdf', 'image/png', 'text/plain'];

/** File names repeat across conversations and are not safe to write to a disk as they are. */
const FILE_NAMES = ['bill.pdf', '../../etc/Rechnung "März" <2>.pdf', 'bill.pdf', 'CON', 'a\\b:c*?.txt'];

/** Attachments go to the messages in turn, the first one left out where there are several. */
export function attachmentsOfMessage(conversation: StoredConversation, index: number): readonly number[] {
  const carriers = Math.max(1, conversation.messages - 1);
  const first = conversation.messages === 1 ? index : index - 1;
  const found: number[] = [];
  if (first < 0 || index >= conversation.messages) return found;
  for (let attachment = first; attachment < conversation.attachments; attachment += carriers)
    found.push(attachment);
  return found;
}

export function attachmentOf(conversation: StoredConversation, index: number): Attachment {
  const id = attachmentId(conversation.ordinal, index);
  return {
    id,
    fileName: FILE_NAMES[index % FILE_NAMES.length] ?? 'bill.pdf',
    mimeType: mediaTypeOf(index),
    url: `https://driftapi.com/attachments/${id}/data`,
  };
}

export function mediaTypeOf(index: number): string {
  return MEDIA_TYPES[index % MEDIA_TYPES.length] ?? 'text/plain';
}

/** The same bytes for the same attachment: its owner's canary, then noise that no text encoding survives. */
export function bytesOf(conversation: StoredConversation, index: number, size: number): Buffer {
  const random = createRandom('attachment', conversation.contact.person.canary, conversation.ordinal, index);
  const content = Buffer.alloc(size);
  for (let position = 0; position + 4 <= size; position += 4) {
    content.writeUInt32LE(random.integer(0, 0xffffffff), position);
  }
  content.write(`${conversation.contact.person.canary}\n`);
  return content;
}
