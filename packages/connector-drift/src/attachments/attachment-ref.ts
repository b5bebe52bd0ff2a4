import { jsonCodec, type Codec } from '@privacy-connectors/core';
import type { ConversationRef } from '../conversations/conversation-ref.js';
import type { components } from '../generated/schema.js';
import { textOf } from '../values/text-of.js';

type Message = components['schemas']['Message'];
type Attachment = NonNullable<components['schemas']['Attachment']>;

/** A file that a message names. Without an id it cannot be downloaded; `position` still tells it from its siblings. */
export type AttachmentRef = {
  readonly attachmentId: number | null;
  readonly position: number;
  readonly conversationId: number;
  readonly messageId: number;
  readonly fileName: string | null;
  readonly mimeType: string | null;
};

export const attachmentRef: Codec<AttachmentRef> = jsonCodec('reference to an attachment', {
  type: 'object',
  required: ['attachmentId', 'position', 'conversationId', 'messageId', 'fileName', 'mimeType'],
  properties: {
    attachmentId: { type: ['integer', 'null'] },
    position: { type: 'integer' },
    conversationId: { type: 'integer' },
    messageId: { type: 'integer' },
    fileName: { type: ['string', 'null'] },
    mimeType: { type: ['string', 'null'] },
  },
});

/** The files of a message, each once; clients saw them under `attachments` and under `attachment`. */
export function attachmentsOf(message: Message, { conversationId }: ConversationRef): AttachmentRef[] {
  const attachments = [...(message.attachments ?? []), ...(message.attachment ?? [])].map(
    (attachment) => attachment ?? {},
  );
  const ids = attachments.map(idOf);
  const refs = attachments.map((attachment, position) => ({
    attachmentId: ids[position] ?? null,
    position,
    conversationId,
    messageId: message.id,
    fileName: textOf(attachment.fileName) ?? null,
    mimeType: textOf(attachment.mimeType) ?? null,
  }));
  return refs.filter(
    ({ attachmentId, position }) => attachmentId === null || ids.indexOf(attachmentId) === position,
  );
}

/** The id, or the number in the path of the URL. The URL itself is never called: it may name any host. */
function idOf({ id, url }: Attachment): number | null {
  const found = id ?? /\/attachments\/(\d+)\/data(?:[?#]|$)/.exec(textOf(url) ?? '')?.[1];
  const number = typeof found === 'string' && /^\d+$/.test(found) ? Number(found) : found;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}
