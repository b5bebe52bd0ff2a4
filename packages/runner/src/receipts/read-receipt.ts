import { readFileSync } from 'node:fs';
import { jsonCodec, type Codec, type Json } from '@privacy-connectors/core';
import { EvidenceError } from '../errors/runner-error.js';
import type { Receipt } from './receipt.js';

/** The committed description of the format; two folders up from both the source and the build. */
const schemaFile = new URL('../../receipt/receipt.v1.schema.json', import.meta.url);

let codec: Codec<Json> | undefined;

/** The JSON Schema of receipts. */
export function receiptSchema(): { readonly [keyword: string]: unknown } {
  return JSON.parse(readFileSync(schemaFile, 'utf8')) as { readonly [keyword: string]: unknown };
}

/** @throws EvidenceError when these bytes are no receipt as the schema describes it. */
export function readReceipt(payload: Uint8Array): Receipt {
  codec ??= jsonCodec('receipt', receiptSchema());
  try {
    return codec.parse(JSON.parse(Buffer.from(payload).toString('utf8')) as Json) as unknown as Receipt;
  } catch {
    throw new EvidenceError(
      'What was signed is no receipt in the format privacy-connectors/receipt, version 1.',
    );
  }
}
