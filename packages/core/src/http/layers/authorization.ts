import type { AuthScheme } from '../../contract/auth-scheme.js';
import { AuthError } from '../../errors/index.js';
import type { Sensitive } from '../../redaction/sensitive.js';
import type { Clock } from '../../retry/clock.js';
import type { Exchange, Layer } from '../exchange.js';
import { isAllowed } from '../origins.js';
import { RefusedAnyway } from '../refused-anyway.js';
import type { TokenSource } from '../token-source.js';

/** What the authorization layer needs to know. */
export interface AuthorizationOptions {
  readonly origins: ReadonlySet<string>;
  readonly tokens: TokenSource;
  readonly auth: AuthScheme;
  /** The rate budget: what is sent once more pays a permit of its own. */
  readonly permit: Layer;
  readonly clock: Clock;
}

/**
 * Signs each attempt, and on a rejection renews the token and sends once more. Where a vendor uses one status for a dead
 * token and for a missing permission, a rejection that survives a fresh token is about the permission: it is remembered
 * for a while, so that the same call does not renew the same token again.
 */
export function authorizationLayer(options: AuthorizationOptions): Layer {
  const refusedAnyway = new RefusedAnyway(options.clock);
  const rejects = (answer: Response) => options.auth.rejectionStatuses.includes(answer.status);
  return (next) => {
    const again = options.permit(next);
    return async (exchange) => {
      const { operationId, signal } = exchange;
      if (!isAllowed(exchange.url, options.origins)) return next(exchange);
      const token = await options.tokens.current(signal);
      const answer = await next(signed(exchange, token, options.auth));
      if (answer.ok) refusedAnyway.forget(operationId);
      if (!rejects(answer) || refusedAnyway.covers(operationId, token)) return answer;
      const fresh = await renewed(options.tokens, token, answer, signal);
      if (fresh === undefined) return answer;
      const second = await again(signed(exchange, fresh, options.auth));
      if (rejects(second)) refusedAnyway.remember(operationId, fresh);
      return second;
    };
  };
}

const bearer = { header: 'authorization', prefix: 'Bearer ' } as const;

function signed(exchange: Exchange, token: Sensitive<string>, auth: AuthScheme): Exchange {
  const { header, prefix } = auth.kind === 'api_key' ? auth : bearer;
  const headers = new Headers(exchange.headers);
  headers.set(header, `${prefix}${token.reveal()}`);
  return { ...exchange, headers };
}

/**
 * Undefined when there is no other token and the answer stands: it may be about a permission or a thing that is hidden.
 * @throws AuthError when the vendor refused to renew and answered 403: that says nothing about permissions then.
 */
async function renewed(
  tokens: TokenSource,
  rejected: Sensitive<string>,
  answer: Response,
  signal: AbortSignal,
): Promise<Sensitive<string> | undefined> {
  try {
    return await tokens.renew(rejected, signal);
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    const refusedByVendor = error.place.status !== undefined;
    if (refusedByVendor && answer.status === 403) throw error;
    return undefined;
  }
}
