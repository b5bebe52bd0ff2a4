import { ConnectorError, type ErrorPlace } from './connector-error.js';

/** The vendor rejects the credentials and refreshing did not help: a person has to authorise the connection again. @public */
export class AuthError extends ConnectorError {
  override readonly code = 'authentication';
  override readonly disposition = 'person_must_act';
}

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
