import { Sensitive } from '@privacy-connectors/core';
import { answerOf, type ServiceClient } from '@privacy-connectors/client';
import type { IssuedApiKey, Keys, NewApiKey } from '../application/keys.js';
import type { ApiKeyView } from '../application/views/api-key-view.js';
import { translated } from './translate-failure.js';

/** Keys of the service. */
export class RemoteKeys implements Keys {
  readonly #api: ServiceClient['api'];

  constructor({ api }: ServiceClient) {
    this.#api = api;
  }

  async create(wanted: NewApiKey): Promise<IssuedApiKey> {
    const { key, ...view } = await translated(answerOf(this.#api.POST('/v1/keys', { body: wanted })));
    return { ...view, key: new Sensitive(key) };
  }

  list(): Promise<readonly ApiKeyView[]> {
    return translated(answerOf(this.#api.GET('/v1/keys')));
  }

  revoke(id: string): Promise<ApiKeyView> {
    return translated(answerOf(this.#api.POST('/v1/keys/{id}/revoke', { params: { path: { id } } })));
  }
}
