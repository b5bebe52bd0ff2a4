import type { Json } from '@privacy-connectors/core';
import { isJson } from './media-type.js';

/** The body of a request or an answer: none, JSON, or bytes of which nothing but the number counts. @public */
export type MessageBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'bytes'; readonly length: number };

/** What the bytes are. Bytes that claim to be JSON and are not are just bytes. */
export function messageBodyOf(bytes: Uint8Array, mediaType: string | undefined): MessageBody {
  if (bytes.byteLength === 0) return { kind: 'none' };
  const value = isJson(mediaType) ? parsed(bytes) : undefined;
  return value === undefined ? { kind: 'bytes', length: bytes.byteLength } : { kind: 'json', value };
}

function parsed(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}
