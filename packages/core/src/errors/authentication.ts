import { ConnectorError, type ErrorPlace } from './connector-error.js';

/** The vendor rejects the credentials and refreshing did not help: a person has to authorise the connection again. @public */
export class AuthError extends ConnectorError {
  override readonly code = 'authentication';
  override readonly disposition = 'person_must_act';
}

/**
 * The vendor's token endpoint says `invalid_grant` (RFC 6749, 5.2): the refresh token or the code itself is dead. An
 * {@link AuthError} that is not one may also be about the app, its secret or something on the way. @public
 */
export class InvalidGrantError extends AuthError {}

/** The credentials work, but a permission is missing. @public */
export class MissingScopeError extends ConnectorError {
  override readonly code = 'missing_scope';
  override readonly disposition = 'person_must_act';
  readonly scopes: readonly string[];

  constructor(scopes: readonly string[], place: ErrorPlace = {}) {
    super(
      `The connection lacks the scope ${scopes.join(' or ')}. Grant it at the vendor and authorise the connection again.`,
      place,
    );
    this.scopes = scopes;
  }
}
