import { VendorContractError } from '@privacy-connectors/core/errors';
import type { Json, TokenAnswer } from '@privacy-connectors/core';
import { manifest } from '../manifest/manifest.js';

type Fields = { readonly [name: string]: Json };

/**
 * A token answer in the standard spelling. Drift's official samples read `accessToken`, clients written from its
 * documentation read `access_token`; both are understood, and a missing life counts as two hours.
 * @throws VendorContractError when there is no access token in the answer.
 */
export function normaliseTokenAnswer(answer: Json): TokenAnswer {
  const fields = fieldsOf(answer);
  const accessToken = text(fields['access_token'] ?? fields['accessToken']);
  if (accessToken === undefined)
    throw new VendorContractError('The token endpoint answered without an access token.');
  const refreshToken = text(fields['refresh_token'] ?? fields['refreshToken']);
  const scope = text(fields['scope']);
  return {
    access_token: accessToken,
    token_type: text(fields['token_type'] ?? fields['tokenType']) ?? 'bearer',
    expires_in: seconds(fields['expires_in'] ?? fields['expiresIn']),
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    ...(scope === undefined ? {} : { scope }),
  };
}

function fieldsOf(answer: Json): Fields {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? (answer as Fields) : {};
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Drift's own page on tokens speaks of milliseconds; a two-hour token has at most five digits in seconds. */
function seconds(value: Json | undefined): number {
  if (typeof value !== 'number' || value <= 0) return manifest.auth.defaultTokenLifetimeSeconds;
  return value > 100_000 ? Math.floor(value / 1000) : value;
}
