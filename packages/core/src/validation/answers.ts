import { VendorContractError } from '../errors/index.js';
import type { OpenApiDocument, OpenApiOperation, OpenApiResponse } from './openapi-document.js';
import { compileSchema, type CompiledSchema, type JsonSchema } from './schema.js';

/** Compares answers with a description of the API. @public */
export interface AnswerValidator {
  /**
   * `body` is the parsed JSON, or undefined when the answer was empty.
   * @throws VendorContractError naming the operation and the place of the first mismatch, never a value.
   */
  readonly validate: (operationId: string, status: number, body: unknown) => void;
}

/**
 * Validates answers against the connector's OpenAPI document. Schemas are compiled on first use. @public
 */
export function answerValidator(document: OpenApiDocument): AnswerValidator {
  const operations = operationsById(document);
  const compiled = new Map<string, CompiledSchema | undefined>();
  return {
    validate(operationId, status, body) {
      const key = `${String(status)} ${operationId}`;
      if (!compiled.has(key))
        compiled.set(key, schemaOf(document, operations.get(operationId), operationId, status));
      const schema = compiled.get(key);
      if (schema === undefined || (body !== undefined && schema(body))) return;
      const message =
        body === undefined
          ? `The vendor answered ${operationId} without a body.`
          : mismatch(operationId, schema);
      throw new VendorContractError(message, { operation: operationId, status });
    },
  };
}

function operationsById(document: OpenApiDocument): Map<string | undefined, OpenApiOperation> {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  return new Map(operations.map((operation) => [operation.operationId, operation]));
}

/** Undefined when the description promises no JSON for this status. */
function schemaOf(
  document: OpenApiDocument,
  operation: OpenApiOperation | undefined,
  operationId: string,
  status: number,
): CompiledSchema | undefined {
  const response = responseOf(document, operation, status);
  if (response === undefined) {
    const message = `The API description does not know ${operationId} to answer ${String(status)}.`;
    throw new VendorContractError(message, { operation: operationId, status });
  }
  const schema = jsonOf(response)?.schema;
  if (schema === undefined) return undefined;
  return compileSchema({ allOf: [schema], components: document.components });
}

/** What the response says about a JSON body, under whichever of JSON's media types (RFC 6839). */
function jsonOf({ content = {} }: OpenApiResponse): { readonly schema?: JsonSchema } | undefined {
  return Object.entries(content).find(([type]) => /^application\/([\w.-]+\+)?json\b/.test(type))?.[1];
}

function responseOf(
  document: OpenApiDocument,
  operation: OpenApiOperation | undefined,
  status: number,
): OpenApiResponse | undefined {
  const exact = String(status);
  const responses = operation?.responses ?? {};
  const response = responses[exact] ?? responses[`${exact.charAt(0)}XX`] ?? responses['default'];
  if (response?.$ref === undefined) return response;
  return document.components.responses?.[response.$ref.replace('#/components/responses/', '')];
}

function mismatch(operationId: string, schema: CompiledSchema): string {
  const first = schema.errors?.[0];
  const place = (first?.instancePath ?? '').split('/').map(plain).join('/') || 'the top';
  return `The vendor's answer to ${operationId} does not fit the API description at ${place} (${first?.keyword ?? 'schema'}).`;
}

/** Keys of an answer can be personal data (a map by e-mail address): only what looks like a field or an index is shown. */
function plain(segment: string): string {
  return /^(?:[A-Za-z_][A-Za-z_-]{0,40}|\d{1,5})?$/.test(segment) ? segment : '*';
}
