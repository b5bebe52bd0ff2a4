import type { Json } from './json.js';

/** A token endpoint's answer in the spelling of RFC 6749, section 5.1; `expires_in` in seconds. @public */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: string;
  readonly refresh_token?: string;
  readonly expires_in?: number;
  readonly scope?: string;
}

/** Turns a vendor's spelling into the standard one. @throws VendorContractError when there is no access token in it. @public */
export type NormaliseTokenAnswer = (answer: Json) => TokenAnswer;
