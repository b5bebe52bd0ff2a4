import type { CallObservation } from '@privacy-connectors/core/http';
import type { SpanDescription } from './span-description.js';

/** The span of a call to a vendor: the path's template, never the path. */
export function vendorCallSpan(connector: string, call: CallObservation): SpanDescription {
  const { operationId, method, path, attempts, status, error } = call;
  return {
    name: `${method} ${path}`,
    kind: 'client',
    attributes: {
      'dsr.connector': connector,
      'dsr.operation': operationId,
      'dsr.attempts': attempts,
      'http.request.method': method,
      'url.template': path,
      ...(status === undefined ? {} : { 'http.response.status_code': status }),
      ...(error === undefined ? {} : { 'error.type': error }),
    },
  };
}
