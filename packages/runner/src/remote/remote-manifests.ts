import type { Manifest } from '@privacy-connectors/core';
import { answerOf, type ServiceClient } from '@privacy-connectors/client';
import type { ConnectorManifests } from '../application/connector-catalogue.js';
import type { ConnectorSummary } from '../connectors/connector-summary.js';
import { noSuchConnector } from '../connectors/loaded-connectors.js';
import { translated } from './translate-failure.js';

/** The connectors of the service. */
export class RemoteManifests implements ConnectorManifests {
  readonly #service: ServiceClient;

  constructor(service: ServiceClient) {
    this.#service = service;
  }

  list(): Promise<readonly ConnectorSummary[]> {
    return translated(answerOf(this.#service.api.GET('/v1/connectors')));
  }

  async get(id: string): Promise<Manifest> {
    // What cannot be an id is not sent: it may be something that was mistyped here.
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(id)) {
      throw noSuchConnector(
        id,
        (await this.list()).map((connector) => connector.id),
      );
    }
    const call = this.#service.api.GET('/v1/connectors/{id}', { params: { path: { id } } });
    // The description of the service leaves the inner parts of a manifest to the contract of connectors.
    return (await translated(answerOf(call))) as unknown as Manifest;
  }
}
