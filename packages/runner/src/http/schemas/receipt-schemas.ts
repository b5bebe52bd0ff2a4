import type { ReceiptProofView, ReceiptView } from '../../application/views/receipt-view.js';
import type { PublicSigningKey } from '../../signing/json-web-key-set.js';
import {
  anyObject,
  flag,
  integer,
  listOf,
  objectOf,
  reference,
  text,
  time,
  wordOf,
  type Schema,
} from './schema.js';

const publicKey = objectOf<PublicSigningKey>(
  {
    kty: wordOf('OKP'),
    crv: wordOf('Ed25519'),
    x: text,
    kid: text,
    use: wordOf('sig'),
    alg: wordOf('EdDSA'),
    iat: integer,
    exp: integer,
  },
  ['exp'],
);

/** What is said about receipts, by name. */
export const receiptSchemas: { readonly [name: string]: Schema } = {
  Receipt: objectOf<ReceiptView>({
    requestId: text,
    number: integer,
    latest: integer,
    issuedAt: time,
    key: text,
    hash: text,
    jws: text,
    receipt: anyObject,
  }),
  ReceiptProof: objectOf<ReceiptProofView>({ requestId: text, matches: flag }),
  PublicKey: publicKey,
  PublicKeySet: objectOf({ keys: listOf(reference('PublicKey')) }),
};
