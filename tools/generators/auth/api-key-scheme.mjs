import { ensure } from '../text/refusal.mjs';
import { assumedRejection, rejectionStatuses } from './rejection.mjs';

const KEY_HEADER = /^([A-Za-z0-9-]+)(?:: *([\x21-\x7e]+))?$/;

/** A key in a header: as was said (`authorization: Acme-Key`), or as the description has it. */
export function apiKeyScheme(keyHeader, schemes) {
  const described = schemes.find(({ type, in: place }) => type === 'apiKey' && place === 'header')?.name;
  const said = keyHeader.trim() || described;
  const [, header, word] = KEY_HEADER.exec(said ?? '') ?? [];
  ensure(
    header !== undefined,
    'Say in which header the key is sent with --keyHeader, and what stands before it if anything does: x-api-key, or "authorization: Acme-Key".',
  );
  return keyIn(header.toLowerCase(), word === undefined ? '' : `${word} `);
}

/** A token made by hand that is sent as OAuth tokens are: a key of that form. */
export function bearerScheme() {
  return keyIn('authorization', 'Bearer ');
}

function keyIn(header, prefix) {
  return { scheme: { kind: 'api_key', header, prefix, rejectionStatuses }, assumed: [assumedRejection] };
}
