import { objectCodec, type ErasureOutcome, type Identifier, type Pending } from '@privacy-connectors/core';
import type { KlaviyoContext } from '../client/context.js';
import { identifiersSchema } from '../profiles/profile.js';

/** What is planned and, once it is under way, the ticket to look at it. */
export type Handle = {
  readonly task: 'delete' | 'suppress';
  /** Of the profile to delete; of the job that suppresses, empty as long as there is none. */
  readonly id: string;
  /** Everything the person was searched by; of a suppression the e-mails alone. */
  readonly identifiers: readonly Identifier[];
  /** When Klaviyo was asked for the deletion, in epoch milliseconds; null before. */
  readonly requestedAt: number | null;
};

export const handleCodec = objectCodec<Handle>('deletion', {
  task: { enum: ['delete', 'suppress'] },
  id: 'string',
  identifiers: identifiersSchema,
  requestedAt: { type: ['number', 'null'] },
});

/** Begins what is planned, or looks how far it is. */
export type Task = (context: KlaviyoContext, handle: Handle) => Promise<ErasureOutcome<Handle>>;

/** Not done yet; to be looked at after the pause that the settings name. */
export function pending({ now, settings }: KlaviyoContext, ticket: Handle): Pending<Handle> {
  return { outcome: 'pending', ticket, checkAfter: now().getTime() + settings.verifyEverySeconds * 1000 };
}
