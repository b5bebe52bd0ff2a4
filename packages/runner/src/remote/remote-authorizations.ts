import { answerOf, type ServiceClient } from '@privacy-connectors/client';
import type {
  Authorizations,
  NewAuthorization,
  StartedAuthorization,
} from '../application/authorizations.js';
import type { AuthorizationView } from '../application/views/authorization-view.js';
import { translated } from './translate-failure.js';

/** Authorisations in a browser that comes back to the service. */
export class RemoteAuthorizations implements Authorizations {
  readonly #api: ServiceClient['api'];

  constructor({ api }: ServiceClient) {
    this.#api = api;
  }

  start({ clientSecret, ...wanted }: NewAuthorization): Promise<StartedAuthorization> {
    const body = { ...wanted, clientSecret: clientSecret.reveal() };
    return translated(answerOf(this.#api.POST('/v1/authorizations', { body })));
  }

  show(id: string): Promise<AuthorizationView> {
    return translated(answerOf(this.#api.GET('/v1/authorizations/{id}', { params: { path: { id } } })));
  }
}
