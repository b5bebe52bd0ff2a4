import type { CallResult } from '@privacy-connectors/core/http';

/**
 * True of a 403 that is no missing permission: the workspace does not pay for the feature, so it has nothing of it.
 * Source: https://developers.intercom.com/docs/references/2.17/rest-api/errors/http-responses
 */
export function isPlanRestricted({ error, response }: CallResult): boolean {
  if (response.status !== 403) return false;
  const { errors } = Object(error) as { readonly errors?: unknown };
  return Array.isArray(errors) && errors.some((each) => codeOf(each) === 'api_plan_restricted');
}

function codeOf(error: unknown): unknown {
  return (Object(error) as { readonly code?: unknown }).code;
}
