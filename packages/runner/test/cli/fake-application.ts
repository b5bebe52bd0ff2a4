import { Sensitive } from '@privacy-connectors/core';
import type { Application } from '../../src/application/application.js';
import type { NewConnection } from '../../src/application/connections.js';
import type { ConnectorCatalogue, ConnectorManifests } from '../../src/application/connector-catalogue.js';
import type { NewApiKey } from '../../src/application/keys.js';
import type { Extension, NewRequest, RequestFilter } from '../../src/application/new-request.js';
import type { Services } from '../../src/application/services.js';
import { summarise } from '../../src/connectors/connector-summary.js';
import { InputError } from '../../src/errors/runner-error.js';
import { ServiceSection } from '../../src/config/service-section.js';
import { createLog } from '../../src/logging/create-log.js';
import {
  apiKey,
  apiKeyText,
  completedAccess,
  connection,
  connectionTest,
  removedConnection,
  connector,
  request,
  redactionItem,
} from './samples.js';

/** What the command line asked the application to do. */
export interface Calls {
  readonly connections: NewConnection[];
  readonly requests: NewRequest[];
  readonly keys: NewApiKey[];
  readonly filters: RequestFilter[];
  readonly extensions: Extension[];
  readonly named: string[];
  closed: number;
}

type Overrides = {
  readonly [Port in 'connections' | 'requests' | 'keys' | 'receipts']?: Partial<Application[Port]>;
} & {
  readonly close?: Application['close'];
};

const catalogue: ConnectorCatalogue = {
  list: () => [connector],
  find: (id) => (id === connector.manifest.id ? connector : undefined),
  get: (id) => {
    if (id === connector.manifest.id) return connector;
    throw new InputError('No such connector. There are: drift.');
  },
};

export const manifests: ConnectorManifests = {
  list: () => Promise.resolve([summarise(connector.manifest)]),
  get: (id) => Promise.resolve().then(() => catalogue.get(id).manifest),
};

/** An application in memory behind the ports, the boundary of the command line; `overrides` make it misbehave. */
export function fakeApplication(overrides: Overrides = {}): { application: Application; calls: Calls } {
  const calls: Calls = {
    connections: [],
    requests: [],
    keys: [],
    filters: [],
    extensions: [],
    named: [],
    closed: 0,
  };
  const named = <T>(verb: string, view: T) => {
    return (name: string): Promise<T> => {
      calls.named.push(`${verb} ${name}`);
      return Promise.resolve(view);
    };
  };
  const services: Services = {
    connections: {
      add: (added) => {
        calls.connections.push(added);
        return Promise.resolve({ ...connectionTest, renewed: false, manualSteps: [] });
      },
      list: () => Promise.resolve([connection]),
      test: named('test', connectionTest),
      changePolicy: named('changePolicy', connection),
      remove: named('remove', removedConnection),
      ...overrides.connections,
    },
    requests: {
      create: (created) => {
        calls.requests.push(created);
        return Promise.resolve(request({ type: created.type }));
      },
      list: (filter = {}) => {
        calls.filters.push(filter);
        return Promise.resolve([completedAccess, request()]);
      },
      page: () => Promise.resolve({ items: [completedAccess, request()], next: null }),
      show: named('show', completedAccess),
      approve: named('approve', request({ type: 'deletion', status: 'running' })),
      hold: (id, reason) => {
        calls.named.push(`hold ${id} ${reason}`);
        return Promise.resolve(request());
      },
      release: named('release', request()),
      extend: (id, extension) => {
        calls.named.push(`extend ${id}`);
        calls.extensions.push(extension);
        return Promise.resolve(request());
      },
      cancel: named('cancel', request({ status: 'cancelled' })),
      retry: named('retry', request({ status: 'running' })),
      wait: named('wait', completedAccess),
      review: (id) => {
        calls.named.push(`review ${id}`);
        return Promise.resolve({ items: [redactionItem], next: null });
      },
      decide: (id, { record, mode, reason }) => {
        calls.named.push(`${mode} ${record} of ${id}: ${reason}`);
        return Promise.resolve(redactionItem);
      },
      package: () => Promise.reject(new InputError('There is no package.')),
      export: (id, file, recipients = []) => {
        calls.named.push([`export ${id}`, ...recipients].join(' to '));
        return Promise.resolve({ file, bytes: 123_456, files: 12 });
      },
      ...overrides.requests,
    },
    receipts: {
      show: () => Promise.reject(new InputError('There is no receipt.')),
      keySet: () => Promise.resolve({ keys: [] }),
      rotateKey: () => Promise.resolve({ keys: [] }),
      prove: (requestId) => Promise.resolve({ requestId, matches: false }),
      ...overrides.receipts,
    },
    keys: {
      create: (created) => {
        calls.keys.push(created);
        return Promise.resolve({ ...apiKey, role: created.role, key: new Sensitive(apiKeyText) });
      },
      list: () => Promise.resolve([apiKey]),
      revoke: named('revoke', apiKey),
      ...overrides.keys,
    },
    authorizations: {
      start: () => Promise.reject(new Error('The command line starts no authorisation.')),
      show: () => Promise.reject(new Error('The command line starts no authorisation.')),
    },
    audit: { page: () => Promise.resolve({ items: [], next: null }), verify: unused, export: unused },
  };
  const webhookDeliveries = { failed: unused, retry: unused };
  const application: Application = {
    ...services,
    webhookDeliveries,
    as: () => ({ ...services, webhookDeliveries }),
    connectors: catalogue,
    authorizationCallbacks: { receive: () => Promise.resolve('refused') },
    keysAreWhole: false,
    masterKey: {
      rotate: () =>
        Promise.resolve({ masterKey: 'master-key:00', rewrapped: 3, keys: 4, toDo: 'Back up the new key.' }),
    },
    monitoring: { ready: () => Promise.resolve(true), metrics: () => Promise.resolve('') },
    service: new ServiceSection(),
    authentication: {
      verify: () => Promise.resolve(undefined),
      isValid: () => Promise.resolve(false),
    },
    worker: { run: () => Promise.resolve() },
    events: { after: () => Promise.resolve([]), follow: () => unused() },
    log: createLog('silent'),
    close: () => {
      calls.closed += 1;
      return overrides.close?.() ?? Promise.resolve();
    },
  };
  return { application, calls };
}

function unused(): never {
  throw new Error('The command line has no use for this.');
}
