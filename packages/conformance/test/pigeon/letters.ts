import { noCursor } from '@privacy-connectors/core';
import { textCodec, textsCodec, type Read, type Scan, type Texts } from './context.js';
import { gone, orGone } from './gone.js';

export const letters: Read<Texts> & Scan<Texts> = {
  ref: textsCodec,
  cursor: noCursor,
  scanCursor: textCodec,
  scan: async ({ client, signal }, cursor) => {
    const answer = await client.call('listLetters', { query: { page: cursor }, signal });
    const things = answer.letters.map(({ id, memberId, updatedAt }) => ({
      owner: memberId,
      ref: { id, owner: memberId },
      updatedAt,
    }));
    return { things, next: answer.next };
  },
  read: async ({ client, signal }, { id = '', owner }) => {
    const letter = await orGone(client.call('getLetter', { path: `/letters/${id}`, signal }));
    if (letter?.memberId !== owner) return gone;
    return { records: [{ id, data: { ...letter } }], children: { pages: [id] }, next: null };
  },
};
