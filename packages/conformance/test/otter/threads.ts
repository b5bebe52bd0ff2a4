import { objectCodec, type AuthorKind, type DataRecord, type ReadStep } from '@privacy-connectors/core';
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
import type { Post } from './model.js';
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
    const records = answer.data.map((post) => postRecord(post, { threadId, customerId }));
    return { records, next: placeOf(answer.next) };
  },
};

function postRecord(post: Post, { threadId, customerId }: ThreadRef): DataRecord {
  const kind = kindOf(post, customerId);
  return {
    id: post.id,
    data: { text: post.text },
    parent: { resource: 'threads', id: threadId },
    author: { kind, internal: post.note },
    people: [
      {
        kind,
        names: post.name === null ? [] : [post.name],
        identifiers: post.customerId === null ? [] : [{ kind: 'user_id', value: post.customerId }],
      },
    ],
  };
}

function kindOf({ customerId: by }: Post, customerId: string): AuthorKind {
  if (by === null) return 'agent';
  return by === customerId ? 'subject' : 'other_person';
}
