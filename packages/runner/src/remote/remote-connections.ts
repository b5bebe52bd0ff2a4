import { answerOf, type ServiceClient } from '@privacy-connectors/client';
import type { Authorizations } from '../application/authorizations.js';
import type { Connections, NewConnection, NewCredentials, Removal } from '../application/connections.js';
import type {
  ConnectionTestView,
  ConnectionView,
  RemovedConnectionView,
} from '../application/views/connection-view.js';
import { checkConnectionName, isConnectionName, noSuchConnection } from '../connections/connection-name.js';
import { manualStepsAt } from '../connections/manual-steps.js';
import { checkPolicy } from '../redaction/policy.js';
import { awaitAuthorization } from './await-authorization.js';
import { RemoteManifests } from './remote-manifests.js';
import { translated } from './translate-failure.js';

type Added = Awaited<ReturnType<Connections['add']>>;
type OAuthApp = Extract<NewCredentials, { kind: 'authorization_code' }>;

/** Accounts at vendors, kept by the service. */
export class RemoteConnections implements Connections {
  readonly #api: ServiceClient['api'];
  readonly #manifests: RemoteManifests;
  readonly #authorizations: Authorizations;

  constructor(service: ServiceClient, authorizations: Authorizations) {
    this.#api = service.api;
    this.#manifests = new RemoteManifests(service);
    this.#authorizations = authorizations;
  }

  async add({ credentials, policy = {}, ...given }: NewConnection, signal: AbortSignal): Promise<Added> {
    const wanted = { ...given, policy: checkPolicy(policy) };
    checkConnectionName(wanted.name);
    if (credentials.kind === 'authorization_code') return this.#authorize(wanted, credentials, signal);
    const token = credentials.token.reveal();
    return translated(answerOf(this.#api.POST('/v1/connections', { body: { ...wanted, token }, signal })));
  }

  list(): Promise<readonly ConnectionView[]> {
    return translated(answerOf(this.#api.GET('/v1/connections')));
  }

  test(name: string, signal: AbortSignal): Promise<ConnectionTestView> {
    const options = { ...named(name), signal };
    return translated(answerOf(this.#api.POST('/v1/connections/{name}/test', options)));
  }

  changePolicy(name: string, policy: { readonly [kind: string]: string }): Promise<ConnectionView> {
    const options = { ...named(name), body: { policy: checkPolicy(policy) } };
    return translated(answerOf(this.#api.POST('/v1/connections/{name}/policy', options)));
  }

  remove(name: string, { forget, signal }: Removal): Promise<RemovedConnectionView> {
    const { params } = named(name);
    const options = {
      params: { ...params, query: { forget: forget ? ('true' as const) : ('false' as const) } },
      signal,
    };
    return translated(answerOf(this.#api.DELETE('/v1/connections/{name}', options)));
  }

  /** The browser comes back to the service, whatever port was given here. */
  async #authorize(
    wanted: Omit<NewConnection, 'credentials'>,
    { clientId, clientSecret, onAuthorizationUrl }: OAuthApp,
    signal: AbortSignal,
  ): Promise<Added> {
    const renewed = (await this.list()).some(({ name }) => name === wanted.name);
    const started = await this.#authorizations.start({ ...wanted, clientId, clientSecret });
    onAuthorizationUrl(started.authorizationUrl);
    await awaitAuthorization(this.#authorizations, started.id, signal);
    const manualSteps = renewed ? manualStepsAt(await this.#manifests.get(wanted.connector)) : [];
    return { ...(await this.test(wanted.name, signal)), renewed, manualSteps };
  }
}

/** @throws NotFoundError when no connection can have that name. */
function named(name: string) {
  if (!isConnectionName(name)) throw noSuchConnection(name);
  return { params: { path: { name } } };
}
