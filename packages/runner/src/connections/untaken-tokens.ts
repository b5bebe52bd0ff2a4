import type { Sensitive } from '@privacy-connectors/core';
import { refresh, type TokenSet } from '@privacy-connectors/core/oauth';
import type { Actor } from '../access/actor.js';
import type { AliveReason } from '../application/views/connection-view.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { ConnectionStore } from '../store/connection-store.js';
import { reasonAfter, reasonOf } from './alive-reason.js';
import { manualStepsAt } from './manual-steps.js';
import { oauthOf, tokenEndpoint } from './oauth-place.js';
import { seenDead } from './seen-dead.js';
import type { Session } from './session.js';
import { TokensLeftError } from './tokens-left-error.js';

/** Milliseconds that the vendor has to end them. */
const patience = 30_000;

/** Tokens that a vendor gave in exchange for a code. */
export interface UntakenSet {
  /** Signs with them. */
  readonly session: Session;
  readonly tokens: TokenSet;
  readonly app: { readonly id: string; readonly secret: Sensitive<string> };
  /** As far as the vendor told it. */
  readonly account: string | undefined;
  /** The id of the connection that they were meant for, if there is one. */
  readonly connection: string | null;
}

/** Ends tokens that no connection took, where that ends nothing else. */
export class UntakenTokens {
  readonly #connections: ConnectionStore;
  readonly #audit: AuditLog;

  constructor(connections: ConnectionStore, audit: AuditLog) {
    this.#connections = connections;
    this.#audit = audit;
  }

  /** @returns what is to be thrown in place of `failure`: it tells what a person has to do, unless they were seen dead. */
  async end(untaken: UntakenSet, failure: unknown, actor: Actor): Promise<unknown> {
    const { manifest } = untaken.session.connector;
    const signal = AbortSignal.timeout(patience);
    const reason = await this.#tryToEnd(untaken, signal).catch(() => 'unreachable' as const);
    const details = { connection: untaken.connection, connector: manifest.id, reason };
    const entry = { action: 'connection.tokens_not_taken', actor: actor.name, details } as const;
    // The database may be what has failed; that is thrown.
    await this.#audit.append(entry).catch(() => undefined);
    return reason === null ? failure : new TokensLeftError(failure, manualStepsAt(manifest));
  }

  async #tryToEnd(untaken: UntakenSet, signal: AbortSignal): Promise<AliveReason | null> {
    const { session, tokens } = untaken;
    try {
      const said = await this.#askToEnd(untaken, signal);
      if (said !== 'accepted_yet_alive') return said;
      return (await seenDead({ session, tokens, renew: () => renewal(untaken, signal) }, signal))
        ? null
        : said;
    } catch (error) {
      return reasonOf(error, signal);
    }
  }

  async #askToEnd({ session, tokens, app, account }: UntakenSet, signal: AbortSignal): Promise<AliveReason> {
    const { implementation, manifest } = session.connector;
    if (implementation.disconnect === undefined) return 'unsupported';
    const place = { connector: manifest.id, clientId: app.id, account: account ?? null };
    if (await this.#connections.isAppInUse(place)) return 'shared';
    const said = await implementation.disconnect(session.context(signal), {
      accessToken: tokens.accessToken.reveal(),
      client: { id: app.id, secret: app.secret.reveal() },
    });
    return reasonAfter(said);
  }
}

async function renewal({ session, tokens, app }: UntakenSet, signal: AbortSignal): Promise<void> {
  const endpoint = tokenEndpoint(oauthOf(session.connector, session.profile), app.id, app.secret);
  if (tokens.refreshToken !== undefined) await refresh(endpoint, tokens.refreshToken, signal);
}
