import { objectCodec, type ReadStep } from '@privacy-connectors/core';
import { skippedPage } from '@privacy-connectors/core/paging';
import {
  named,
  place,
  placeOf,
  type Named,
  type OtterClient,
  type OtterSettings,
  type Place,
} from './context.js';
import { orNull } from './or-null.js';

/** A thread and the customer in whose list it stands. */
type ThreadRef = { readonly threadId: string; readonly customerId: string };

/** All threads of the customer that the ref names. */
export const threads: ReadStep<OtterClient, OtterSettings, Named, Place> = {
  ref: named,
  cursor: place,
  read: async ({ client, signal }, { id: customerId }, cursor) => {
    const path = `/customers/${customerId}/threads`;
    const query = { page: cursor?.page ?? null };
    const answer = await orNull(client.call('listThreads', { path, query, signal }));
    if (answer === null) return skippedPage('The customer of the threads is gone.');
    const records = answer.data.map((thread) => ({ id: thread.id, data: { id: thread.id } }));
    const posts = answer.data.map(({ id }) => ({ threadId: id, customerId }));
    return { records, children: { posts }, next: placeOf(answer.next) };
  },
};

export const posts: ReadStep<OtterClient, OtterSettings, ThreadRef, Place> = {
  ref: objectCodec<ThreadRef>('thread', { threadId: 'string', customerId: 'string' }),
  cursor: place,
  read: async ({ client, signal }, { threadId, customerId }, cursor) => {
    const path = `/threads/${threadId}/posts`;
    const query = { page: cursor?.page ?? null };
    const answer = await orNull(client.call('listPosts', { path, query, signal }));
    if (answer === null) return skippedPage('The thread is gone.');
    const records = answer.data.map(({ id, customerId: by, text }) => ({
      id,
      data: { text },
      author: { kind: by === customerId ? ('subject' as const) : ('other_person' as const), internal: false },
    }));
    return { records, next: placeOf(answer.next) };
  },
};
