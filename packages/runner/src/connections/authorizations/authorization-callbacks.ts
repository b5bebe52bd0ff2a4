import { Sensitive } from '@privacy-connectors/core';
import { exchangeCode, type TokenSet } from '@privacy-connectors/core/oauth';
import type { Actor } from '../../access/actor.js';
import type { KeyHolders } from '../../access/key-holders.js';
import { isSufficient } from '../../access/role.js';
import type { AuthorizationCallbacks, AuthorizationEnd } from '../../application/authorizations.js';
import type { AuditLog } from '../../audit/audit-log.js';
import { ConflictError, ForbiddenError } from '../../errors/runner-error.js';
import type { AuthorizationStore, TakenAuthorization } from '../../store/authorization-store.js';
import type { Database } from '../../store/database.js';
import type { Candidate, Enrolment } from '../enrolment.js';
import { oauthOf, tokenEndpoint } from '../oauth-place.js';
import { describeFailure } from './describe-failure.js';
import { type PendingAuthorization, stateDigest } from './pending-authorization.js';

/** Milliseconds that the vendor has for the tokens and for the check of the connection. */
const patience = 120_000;

/** What the callbacks work with. */
export interface CallbackParts {
  readonly database: Database;
  readonly authorizations: AuthorizationStore;
  readonly enrolment: Enrolment;
  readonly holders: KeyHolders;
  readonly audit: AuditLog;
}

/** Answers browsers that come back from vendors, in the name of whoever sent them there. */
export class AuthorizationCallbackService implements AuthorizationCallbacks {
  readonly #parts: CallbackParts;

  constructor(parts: CallbackParts) {
    this.#parts = parts;
  }

  async receive(parameters: URLSearchParams): Promise<AuthorizationEnd> {
    const [state, ...others] = parameters.getAll('state');
    if (state === undefined || others.length > 0) return 'refused';
    const { authorizations, database } = this.#parts;
    // Committed before anything is sent: a second browser with the same state comes too late.
    const taken = await database.transaction((connection) =>
      authorizations.take(stateDigest(state), connection),
    );
    return taken === undefined ? 'refused' : this.#carryOn(taken, parameters, state);
  }

  async #carryOn(
    taken: TakenAuthorization,
    parameters: URLSearchParams,
    state: string,
  ): Promise<AuthorizationEnd> {
    try {
      await this.#connect(taken, parameters, state);
    } catch (error) {
      await this.#end(taken, error);
      return 'failed';
    }
    await this.#end(taken, null);
    return 'completed';
  }

  async #connect(taken: TakenAuthorization, parameters: URLSearchParams, state: string): Promise<void> {
    const { enrolment } = this.#parts;
    const actor = await this.#starter(taken);
    const pending = taken.content as unknown as PendingAuthorization;
    const candidate = await enrolment.prepare(pending, actor);
    if ((candidate.existing?.id ?? null) !== pending.existing) throw new ConflictError(otherConnection);
    const clientSecret = new Sensitive(pending.clientSecret);
    const signal = AbortSignal.timeout(patience);
    const app = { client_id: pending.clientId, clientSecret };
    await enrolment.complete(
      candidate,
      async () => ({
        authentication: 'authorization_code',
        ...app,
        tokens: await exchange({ pending, candidate, clientSecret }, { parameters, state }, signal),
      }),
      actor,
      signal,
    );
  }

  async #starter({ startedBy }: TakenAuthorization): Promise<Actor> {
    const actor = await this.#parts.holders.current(startedBy);
    if (actor === undefined || !isSufficient(actor.role, 'admin')) throw new ForbiddenError(noLonger);
    return actor;
  }

  #end({ id, startedBy }: TakenAuthorization, failure: unknown): Promise<void> {
    const { audit, authorizations, database } = this.#parts;
    const error = failure === null ? null : describeFailure(failure);
    return database.transaction(async (connection) => {
      await authorizations.end(id, error, connection);
      const details = { authorization: id, error: error?.code ?? null };
      await audit.append({ action: 'authorization.ended', actor: startedBy, details }, connection);
    });
  }
}

const otherConnection =
  'The connection of this name was added or removed in the meantime. Start the authorisation again.';
const noLonger =
  'The key that started this authorisation was revoked or has expired. Start it again with another one.';

interface Account {
  readonly pending: PendingAuthorization;
  readonly candidate: Candidate;
  readonly clientSecret: Sensitive<string>;
}

function exchange(
  { pending, candidate: { connector, profile }, clientSecret }: Account,
  answer: { readonly parameters: URLSearchParams; readonly state: string },
  signal: AbortSignal,
): Promise<TokenSet> {
  const endpoint = tokenEndpoint(oauthOf(connector, profile), pending.clientId, clientSecret);
  const { pkceVerifier, redirectUri } = pending;
  const pkce = pkceVerifier === null ? {} : { pkceVerifier };
  return exchangeCode(endpoint, { ...answer, redirectUri, ...pkce }, signal);
}
