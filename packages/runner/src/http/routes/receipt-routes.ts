import { receiptPage } from '../../receipts/html/receipt-page.js';
import { RequestParams } from '../inputs/common-inputs.js';
import { ReceiptProofBody, ReceiptQuery } from '../inputs/receipt-inputs.js';
import { reference } from '../schemas/schema.js';
import { json, route, type Answer, type Call, type Route } from './route.js';

const tag = 'Receipts';
const jose = 'application/jose';
const html = 'text/html';

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
      {
        name: 'Accept',
        description: `${jose} for the signed text alone, ${html} for a page; JSON unless given.`,
        schema: { type: 'string' },
      },
    ],
    answers: {
      200: {
        description: 'The receipt. Only its signed text is evidence.',
        schema: reference('Receipt'),
        alternatives: [jose, html],
      },
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

async function sendReceipt({
  services,
  params,
  query,
  header,
}: Call<RequestParams, ReceiptQuery, object>): Promise<Answer> {
  const view = await services.receipts.show(params.id, query.number);
  const accepted = (header('accept') ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  if (accepted.includes(jose)) return text(jose, view.jws);
  return accepted.includes(html) ? text(`${html}; charset=utf-8`, receiptPage(view)) : json(200, view);
}

function text(type: string, body: string): Answer {
  return { status: 200, body, headers: { 'content-type': type } };
}
