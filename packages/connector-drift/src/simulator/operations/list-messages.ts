import { json, type Answer, type SimulatedRequest } from '@privacy-connectors/conformance/simulator';
import type { Attachment } from '../world/attachment.js';
import { messageAt, messageCount, type Message } from '../world/message.js';
import type { StoredConversation } from '../world/stored.js';
import type { Context } from './context.js';
import { driftError } from './errors.js';
import { offsetOf } from './numbers.js';

const PAGE_SIZE = 50;

/** Messages, oldest first, in pages of a size that callers cannot change. */
export function listMessages(
  context: Context,
  request: SimulatedRequest,
  conversation: StoredConversation,
): Answer {
  const offset = offsetOf(request.query.get('next'));
  if (offset === undefined) return driftError(400, 'next is not valid');
  const total = messageCount(conversation);
  const length = Math.max(0, Math.min(PAGE_SIZE, total - offset));
  const messages = Array.from({ length }, (_, index) =>
    sent(context, messageAt(conversation, offset + index)),
  );
  const more = offset + PAGE_SIZE < total;
  const pagination = more ? { more, next: String(offset + PAGE_SIZE) } : { more };
  return json(200, { data: { messages }, pagination });
}

/** The message with its attachments, if any, under the name and in the form that the options choose. */
function sent(context: Context, message: Message): unknown {
  const { attachments, ...rest } = message;
  if (attachments.length === 0) return rest;
  if (context.behaviour.attachmentField === 'attachments') return { ...rest, attachments };
  return { ...rest, attachment: attachments.map(withoutId) };
}

function withoutId(attachment: Attachment): Omit<Attachment, 'id'> {
  const { fileName, mimeType, url } = attachment;
  return { fileName, mimeType, url };
}
