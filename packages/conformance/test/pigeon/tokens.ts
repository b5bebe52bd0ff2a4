import type { Json, TokenAnswer } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';

/** Pigeon Post has words of its own for tokens, and is on its way to the standard ones. */
export function normaliseTokenAnswer(answer: Json): TokenAnswer {
  const fields =
    typeof answer === 'object' && answer !== null ? (answer as Partial<Record<string, Json>>) : {};
  const token = fields['token'] ?? fields['access_token'];
  const renewal = fields['renewal'] ?? fields['refresh_token'];
  const minutes = fields['lifeInMinutes'];
  if (typeof token !== 'string') throw new VendorContractError('There is no token in the token answer.');
  return {
    access_token: token,
    token_type: 'bearer',
    ...(typeof renewal === 'string' ? { refresh_token: renewal } : {}),
    expires_in: typeof minutes === 'number' ? minutes * 60 : Number(fields['expires_in'] ?? 3600),
  };
}
