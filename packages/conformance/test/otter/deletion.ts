import { objectCodec, type DeletionSteps, type ErasureOutcome, type Pending } from '@privacy-connectors/core';
import { type OtterClient, type OtterContext, type OtterSettings } from './context.js';
import { orNull } from './or-null.js';
import { plan, planPlace, type PlanPlace } from './plan.js';

/** One thing that is erased or redacted. */
export type Erasure = { readonly kind: 'thread' | 'post' | 'customer'; readonly id: string };

const erasure = objectCodec<Erasure>('erasure', {
  kind: { enum: ['thread', 'post', 'customer'] },
  id: 'string',
});

/** Thread by thread and post by post, the customer last; each is looked at once more. */
export const deletion: DeletionSteps<OtterClient, OtterSettings, Erasure, Erasure, PlanPlace> = {
  operation: erasure,
  ticket: erasure,
  planCursor: planPlace,
  plan,
  erase: async (context, operation) => {
    await orNull(send(context, operation));
    return look(operation, context.now().getTime());
  },
  verify: async (context, ticket) => (await verified(context, ticket)) ?? look(ticket, inAMinute(context)),
  ticketOf: (operation) => operation,
};

function send({ client, signal }: OtterContext, { kind, id }: Erasure): Promise<object> {
  if (kind === 'thread') return client.call('deleteThread', { path: `/threads/${id}`, signal });
  if (kind === 'post') return client.call('redactPost', { path: `/posts/${id}/redaction`, signal });
  return client.call('deleteCustomer', { path: `/customers/${id}`, signal });
}

/** Null when it is still there. */
async function verified(
  { client, signal }: OtterContext,
  { kind, id }: Erasure,
): Promise<ErasureOutcome<Erasure> | null> {
  if (kind === 'post') {
    const post = await orNull(client.call('getPost', { path: `/posts/${id}`, signal }));
    if (post === null) return { outcome: 'deleted' };
    return post.text === null ? { outcome: 'redacted' } : null;
  }
  const left = await orNull<object>(
    kind === 'thread'
      ? client.call('getThread', { path: `/threads/${id}`, signal })
      : client.call('getCustomer', { path: `/customers/${id}`, signal }),
  );
  return left === null ? { outcome: 'deleted' } : null;
}

function look(ticket: Erasure, checkAfter: number): Pending<Erasure> {
  return { outcome: 'pending', ticket, checkAfter };
}

function inAMinute({ now }: OtterContext): number {
  return now().getTime() + 60_000;
}
