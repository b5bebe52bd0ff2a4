import type { JsonSchema } from './schema.js';

/** A response, or a reference (`#/components/responses/...`) to one. @public */
export interface OpenApiResponse {
  readonly $ref?: string;
  readonly content?: { readonly [mediaType: string]: { readonly schema?: JsonSchema } };
}

/** A call of the API. @public */
export interface OpenApiOperation {
  readonly operationId?: string;
  /** By status: `200`, `2XX` or `default`. */
  readonly responses?: { readonly [status: string]: OpenApiResponse };
}

/** The methods of a path. Other members of a path item (`parameters`, `summary`) may be present and are not read. @public */
export type OpenApiPath = { readonly [method: string]: OpenApiOperation };

/** What is read of an OpenAPI 3.1 document: the operations and the JSON schemas of their answers. @public */
export interface OpenApiDocument {
  readonly paths: { readonly [path: string]: OpenApiPath };
  readonly components: {
    readonly schemas: { readonly [name: string]: JsonSchema };
    readonly responses?: { readonly [name: string]: OpenApiResponse };
  };
}
