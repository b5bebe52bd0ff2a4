import { noCursor, sameEmail } from '@privacy-connectors/core';
import { textCodec, type Locate, type Read } from './context.js';
import { gone, orGone } from './gone.js';

export const subject: Locate = {
  resource: 'members',
  cursor: textCodec,
  locate: async ({ client, signal }, { value: email }, cursor) => {
    const { members, next } = await client.call('findMembers', { query: { email, page: cursor }, signal });
    const own = members.filter((member) => sameEmail(member.email, email));
    const things = own.map(({ id, joinedAt }) => ({
      resource: 'members',
      ref: id,
      owner: id,
      existsSince: joinedAt,
    }));
    return { things, next };
  },
};

export const members: Read<string> = {
  ref: textCodec,
  cursor: noCursor,
  read: async ({ client, signal }, id) => {
    const member = await orGone(client.call('getMember', { path: `/members/${id}`, signal }));
    return member === null ? gone : { records: [{ id, data: { ...member } }], next: null };
  },
};
