import { textCodec, type Read } from './context.js';
import { gone, orGone } from './gone.js';

export const pages: Read<string> = {
  ref: textCodec,
  cursor: textCodec,
  read: async ({ client, signal }, letterId, cursor) => {
    const path = `/letters/${letterId}/pages`;
    const answer = await orGone(client.call('listPages', { path, query: { after: cursor }, signal }));
    if (answer === null) return gone;
    const scans = answer.pages.flatMap(({ scan }) => (scan === undefined ? [] : [{ ...scan }]));
    const records = answer.pages.map(({ id, text }) => ({ id, data: { text }, text }));
    return { records, children: { scans }, next: answer.next };
  },
};
