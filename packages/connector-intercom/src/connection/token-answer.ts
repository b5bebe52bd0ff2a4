import type { Json, TokenAnswer } from '@privacy-connectors/core';
import { VendorContractError } from '@privacy-connectors/core/errors';

/**
 * A token answer in the standard spelling. Intercom names the token twice, as `token` and `access_token`; it neither
 * expires nor comes with a refresh token.
 * @throws VendorContractError when there is no access token in the answer.
 */
export function normaliseTokenAnswer(answer: Json): TokenAnswer {
  const fields =
    typeof answer === 'object' && answer !== null ? (answer as { readonly [name: string]: Json }) : {};
  const token = fields['access_token'] ?? fields['token'];
  if (typeof token !== 'string' || token === '')
    throw new VendorContractError('The token endpoint answered without an access token.');
  return { access_token: token, token_type: 'bearer' };
}
