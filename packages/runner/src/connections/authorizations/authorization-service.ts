import { randomUUID } from 'node:crypto';
import type { Json } from '@privacy-connectors/core';
import { newState } from '@privacy-connectors/core/oauth';
import type { Actor } from '../../access/actor.js';
import type {
  Authorizations,
  NewAuthorization,
  StartedAuthorization,
} from '../../application/authorizations.js';
import type { AuthorizationView } from '../../application/views/authorization-view.js';
import type { AuditLog } from '../../audit/audit-log.js';
import { ConflictError, NotFoundError } from '../../errors/runner-error.js';
import type { AuthorizationRow, AuthorizationStore } from '../../store/authorization-store.js';
import type { Database } from '../../store/database.js';
import { authorizationRequest } from '../authorization-request.js';
import type { Candidate, Enrolment } from '../enrolment.js';
import { oauthOf } from '../oauth-place.js';
import { type PendingAuthorization, stateDigest } from './pending-authorization.js';

/** What the service works with. */
export interface AuthorizationParts {
  readonly database: Database;
  readonly authorizations: AuthorizationStore;
  readonly enrolment: Enrolment;
  readonly audit: AuditLog;
  /** Where vendors send browsers back to; undefined when nobody configured the address of the service. */
  readonly redirectUri: string | undefined;
}

/** Starts authorisations in a browser on behalf of somebody, who alone can follow them. */
export class AuthorizationService implements Authorizations {
  readonly #parts: AuthorizationParts;
  readonly #actor: Actor;

  constructor(parts: AuthorizationParts, actor: Actor) {
    this.#parts = parts;
    this.#actor = actor;
  }

  async start(wanted: NewAuthorization): Promise<StartedAuthorization> {
    const { redirectUri } = this.#parts;
    if (redirectUri === undefined) throw new ConflictError(noAddress);
    const candidate = await this.#parts.enrolment.prepare(wanted, this.#actor);
    const place = oauthOf(candidate.connector, candidate.profile);
    const state = newState();
    const question = { clientId: wanted.clientId, redirectUri, state };
    const { url, pkceVerifier } = await authorizationRequest(candidate.connector, place, question);
    const pending = pendingOf(wanted, candidate, { redirectUri, pkceVerifier: pkceVerifier ?? null });
    const row = await this.#store(pending, state);
    return { ...authorizationView(row), authorizationUrl: url };
  }

  async show(id: string): Promise<AuthorizationView> {
    const row = await this.#parts.authorizations.ofStarter(id, this.#actor.name);
    if (row === undefined) throw new NotFoundError('This key has started no authorisation with this id.');
    return authorizationView(row);
  }

  #store(pending: PendingAuthorization, state: string): Promise<AuthorizationRow> {
    const { audit, authorizations, database } = this.#parts;
    const id = randomUUID();
    return database.transaction(async (connection) => {
      await authorizations.forgetExpired(connection);
      const stored = await authorizations.insert(
        {
          id,
          stateDigest: stateDigest(state),
          startedBy: this.#actor.name,
          connectionName: pending.name,
          content: pending as unknown as Json,
        },
        connection,
      );
      const details = { authorization: id, connector: pending.connector };
      await audit.append({ action: 'authorization.started', actor: this.#actor.name, details }, connection);
      return stored;
    });
  }
}

const noAddress =
  'The service does not know its own address, which vendors send browsers back to. Whoever runs it has to set service.publicUrl in config.json.';

function pendingOf(
  { connector, name, settings, namespaces, policy = {}, clientId, clientSecret }: NewAuthorization,
  { existing }: Candidate,
  way: Pick<PendingAuthorization, 'redirectUri' | 'pkceVerifier'>,
): PendingAuthorization {
  const wanted = { connector, name, settings, namespaces, policy, existing: existing?.id ?? null };
  return { ...wanted, clientId, clientSecret: clientSecret.reveal(), ...way };
}

function authorizationView(row: AuthorizationRow): AuthorizationView {
  const { id, status, error } = row;
  return { id, connection: row.connection_name, status, expiresAt: row.expires_at.toISOString(), error };
}
