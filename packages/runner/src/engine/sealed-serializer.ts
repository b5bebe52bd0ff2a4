import type { DBOSSerializer } from '@dbos-inc/dbos-sdk';
import type { Json } from '@privacy-connectors/core';
import type { Box } from '../vault/box.js';

/**
 * Seals what the engine writes to its own tables, which would otherwise lie there in clear: inputs, results and errors.
 * Errors lose their message on the way, since it may quote a value.
 */
export function sealedSerializer(box: Box): DBOSSerializer {
  return {
    name: () => 'privacy-connectors-sealed',
    stringify: (value) => box.sealJson('engine', plain(value)).toString('base64'),
    parse: (text) =>
      text === null || text === undefined ? null : box.openJson('engine', Buffer.from(text, 'base64')),
  };
}

function plain(value: unknown): Json {
  if (value instanceof Error) return { name: value.name };
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);
}
