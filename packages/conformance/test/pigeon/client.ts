import type { AnswerReader, Send } from '@privacy-connectors/core/http';
import { connectTo, strictReader, type ReferenceClient } from '../support/reference-client.js';
import { manifest } from './manifest.js';
import type { Answers } from './model.js';
import { openapi } from './openapi.js';

/** Calls Pigeon Post. */
export type PigeonClient = ReferenceClient<Answers>;

export const readStrictly: AnswerReader = strictReader(openapi, manifest.operations);

export function connectPigeon(fetch: Send, baseUrl: string, read: AnswerReader = readStrictly): PigeonClient {
  return connectTo(manifest.operations, { fetch, baseUrl }, read);
}
