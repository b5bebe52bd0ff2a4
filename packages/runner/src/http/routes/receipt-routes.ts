import type { ReceiptView } from '../../application/views/receipt-view.js';
import { receiptPage } from '../../receipts/html/receipt-page.js';
import { RequestParams } from '../inputs/common-inputs.js';
import { ReceiptProofBody, ReceiptQuery } from '../inputs/receipt-inputs.js';
import { reference } from '../schemas/schema.js';
import { acceptedType } from './accepted-type.js';
import { entityTag, isKnown } from './entity-tag.js';
import { json, route, type Answer, type Call, type Route } from './route.js';

const tag = 'Receipts';
const plain = 'application/json';
const jose = 'application/jose';
const html = 'text/html';
const header = (name: string, description: string) => ({ name, description, schema: { type: 'string' } });

/** Signed evidence of what was done, and the keys to check it by. */
export const receiptRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/requests/{id}/receipt',
    operationId: 'getReceipt',
    tag,
    summary: 'Get the receipt of a request that has ended.',
    access: 'auditor',
    params: RequestParams,
    query: ReceiptQuery,
    headers: [
      header('Accept', `${jose} for the signed text alone, ${html} for a page; JSON unless given.`),
      header('If-None-Match', 'The ETag of an earlier answer in the same form: 304 when nothing changed.'),
    ],
    answers: {
      200: {
        description: 'The receipt. Only its signed text is evidence.',
        schema: reference('Receipt'),
        alternatives: [jose, html],
      },
      304: { description: 'It is the one that If-None-Match names.' },
    },
    handle: sendReceipt,
  }),
  route({
    method: 'GET',
    path: '/v1/.well-known/jwks.json',
    operationId: 'listSigningKeys',
    tag,
    summary: 'Show the public keys that receipts are checked by.',
    access: 'public',
    answers: {
      200: { description: 'A JWK set (RFC 7517).', schema: reference('PublicKeySet') },
    },
    handle: async ({ application }) => json(200, await application.receipts.keySet()),
  }),
  route({
    method: 'POST',
    path: '/v1/signing-keys/rotate',
    operationId: 'rotateSigningKey',
    tag,
    summary: 'Sign with a new key from now on.',
    access: 'admin',
    answers: { 200: { description: 'All public keys.', schema: reference('PublicKeySet') } },
    handle: async ({ services }) => json(200, await services.receipts.rotateKey()),
  }),
  route({
    method: 'POST',
    path: '/v1/receipts/prove',
    operationId: 'proveReceipt',
    tag,
    summary: 'Tell whether a receipt of this installation is about a person.',
    access: 'operator',
    body: ReceiptProofBody,
    answers: { 200: { description: 'Whether it is.', schema: reference('ReceiptProof') } },
    handle: async ({ services, body: { requestId, digests, kind, namespace = null, value } }) =>
      json(200, await services.receipts.prove(requestId, digests, { kind, namespace, value })),
  }),
];

/** What each form of a receipt is sent as. The signed text and the page are the bytes that `dsr receipt show --out` writes. */
const faces: { readonly [type: string]: (view: ReceiptView) => string } = {
  [plain]: (view) => JSON.stringify(view),
  [jose]: ({ jws }) => jws,
  [html]: receiptPage,
};

async function sendReceipt({
  services,
  params,
  query,
  header: read,
}: Call<RequestParams, ReceiptQuery, object>): Promise<Answer> {
  const view = await services.receipts.show(params.id, query.number);
  const type = acceptedType(read('accept'), [plain, jose, html]);
  const body = faces[type]?.(view) ?? '';
  const etag = entityTag(body);
  const headers = { etag, vary: 'Accept' };
  if (isKnown(read('if-none-match'), etag)) return { status: 304, headers };
  const contentType = type === jose ? jose : `${type}; charset=utf-8`;
  return { status: 200, body, headers: { ...headers, 'content-type': contentType } };
}
