import type { Manifest } from '../contract/manifest.js';
import type { Operation } from '../contract/operation.js';

/** Shaped like a middleware of openapi-fetch: pass it to `client.use`. @public */
export interface OperationTag {
  onRequest(options: { readonly request: Request; readonly schemaPath: string }): undefined;
}

/** The declared operation that a request calls. @public */
export interface TaggedOperation {
  readonly operationId: string;
  readonly operation: Operation;
}

/** Registered, so that a connector built against another copy of this package can tag for the runner's pipeline. */
const tag = Symbol.for('@privacy-connectors/operation');

/**
 * Tells the pipeline which declared operation a request calls, by method and path template. A request of an undeclared
 * operation stays untagged, and the pipeline refuses it. @public
 */
export function operationTag(operations: Manifest['operations']): OperationTag {
  const byRoute = new Map(
    Object.entries(operations).map(([operationId, operation]) => [
      route(operation.method, operation.path),
      { operationId, operation },
    ]),
  );
  return {
    onRequest({ request, schemaPath }) {
      const found = byRoute.get(route(request.method, schemaPath));
      if (found !== undefined) tagRequest(request, found);
      return undefined;
    },
  };
}

function route(method: string, path: string): string {
  return `${method} ${path}`;
}

/** Marks a request as a call of this operation. */
export function tagRequest(request: Request, tagged: TaggedOperation): Request {
  return Object.defineProperty(request, tag, { value: tagged });
}

/** The operation a request was tagged with; undefined for an undeclared one. @public */
export function operationOf(
  request: Request & { readonly [tag]?: TaggedOperation },
): TaggedOperation | undefined {
  return request[tag];
}
