import { ContainerModule } from 'inversify';
import { KeyHolders } from '../access/key-holders.js';
import { AuthorizationCallbackService } from '../connections/authorizations/authorization-callbacks.js';
import { AuthorizationService } from '../connections/authorizations/authorization-service.js';
import { AuthorizationStore } from '../store/authorization-store.js';
import { tokens } from './tokens.js';

const callbackPath = '/v1/oauth/callback';

/** Connections that are added by an authorisation in a browser. */
export const authorizationsModule = new ContainerModule(({ bind }) => {
  bind(tokens.authorizationStore).toResolvedValue(
    (database, keys) => new AuthorizationStore(database, keys),
    [tokens.database, tokens.keys],
  );
  bind(tokens.authorizations).toResolvedValue(
    (database, authorizations, enrolment, audit, { service: { publicUrl } }) => {
      const redirectUri = publicUrl === undefined ? undefined : `${publicUrl}${callbackPath}`;
      return (actor) =>
        new AuthorizationService({ database, authorizations, enrolment, audit, redirectUri }, actor);
    },
    [tokens.database, tokens.authorizationStore, tokens.enrolment, tokens.audit, tokens.configuration],
  );
  bind(tokens.authorizationCallbacks).toResolvedValue(
    (database, authorizations, enrolment, keys, audit) =>
      new AuthorizationCallbackService({
        database,
        authorizations,
        enrolment,
        holders: new KeyHolders(keys),
        audit,
      }),
    [tokens.database, tokens.authorizationStore, tokens.enrolment, tokens.apiKeyStore, tokens.audit],
  );
});
