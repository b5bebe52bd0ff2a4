import { json, type Answer } from '@privacy-connectors/conformance/simulator';

/** The media type of JSON:API, the only one Klaviyo speaks. */
export const MEDIA_TYPE = 'application/vnd.api+json';

const TITLES: Readonly<Record<number, readonly [code: string, title: string]>> = {
  400: ['invalid', 'Invalid input.'],
  401: ['not_authenticated', 'Authentication credentials were not provided or are wrong.'],
  403: ['permission_denied', 'You do not have permission to perform this action.'],
  404: ['not_found', 'Not found.'],
  406: ['not_acceptable', 'Could not satisfy the request Accept header.'],
  415: ['unsupported_media_type', 'Unsupported media type.'],
  429: ['throttled', 'Request was throttled.'],
};

/** Klaviyo's error form for a status. */
export function errorBody(status: number, detail = 'The request could not be served.', source = {}): unknown {
  const [code, title] = TITLES[status] ?? ['error', 'A server error occurred.'];
  const id = '00000000-0000-4000-8000-000000000000';
  return { errors: [{ id, status, code, title, detail, source, links: {}, meta: {} }] };
}

/** A JSON:API document. */
export function document(status: number, value: unknown): Answer {
  return json(status, value, { 'content-type': MEDIA_TYPE });
}

/** An error; `source` names the parameter or the place in the body. */
export function klaviyoError(
  status: number,
  detail?: string,
  source?: { readonly parameter: string } | { readonly pointer: string },
): Answer {
  return document(status, errorBody(status, detail, source));
}
