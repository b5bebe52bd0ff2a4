import { Sensitive } from '@privacy-connectors/core';
import type { DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import { host } from '../../src/access/actor.js';
import type { NewRequest } from '../../src/application/new-request.js';
import type { RequestView } from '../../src/application/views/request-view.js';
import { tokens } from '../../src/composition/tokens.js';
import { fastSettings } from '../support/installation.js';
import { somebody, type TestServices } from '../support/services.js';

export const dayMilliseconds = 86_400_000;
export const never: AbortSignal = new AbortController().signal;

/** Adds a connection to a simulated vendor. */
export async function connect(services: TestServices, name: string, vendor: DriftSimulator): Promise<void> {
  const { baseUrl, authorizationUrl, staticToken } = vendor;
  await services.container
    .get(tokens.connections)(host)
    .add(
      {
        connector: 'drift',
        name,
        settings: { baseUrl, authorizationUrl, ...fastSettings },
        namespaces: {},
        credentials: { kind: 'static_token', token: new Sensitive(staticToken) },
      },
      never,
    );
}

/** Records a request and carries it to its end. */
export async function carryOut(services: TestServices, change: Partial<NewRequest>): Promise<RequestView> {
  const { id } = await services
    .requests()
    .create({ ...somebody, type: 'access', approved: change.type === 'deletion', ...change });
  return services.requests().wait(id, () => undefined, never);
}

/** One turn of what lets go, as if it were so many days later. */
export function letGo(services: TestServices, days: number): Promise<void> {
  const now = new Date(Date.now() + days * dayMilliseconds);
  return services.container.get(tokens.retention).run(now, never);
}
