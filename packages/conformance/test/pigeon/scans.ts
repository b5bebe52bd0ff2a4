import { noCursor } from '@privacy-connectors/core';
import { textsCodec, type Open, type Read, type Texts } from './context.js';

export const scans: Read<Texts> & Open<Texts> = {
  ref: textsCodec,
  cursor: noCursor,
  read: (_, { id = '', name = '', mediaType = '' }) =>
    Promise.resolve({ records: [{ id, data: { name }, file: { name, mediaType } }], next: null }),
  open: async ({ client, signal }, { id = '' }) => ({
    body: await client.call('downloadScan', { path: `/scans/${id}`, signal }),
  }),
};
