import {
  SimulatorServer,
  type CallLog,
  type Faults,
  type Hooks,
} from '@privacy-connectors/conformance/simulator';
import { openapi } from '../generated/openapi.js';
import { EndpointLimits } from './limits/endpoint-limits.js';
import { accountRoutes } from './operations/account.js';
import { errorBody } from './operations/answers.js';
import type { Context } from './operations/context.js';
import { deletionRoutes } from './operations/deletion-jobs.js';
import { eventRoutes } from './operations/events.js';
import { profileRoutes } from './operations/profiles.js';
import { suppressionRoutes } from './operations/suppression-jobs.js';
import { behaviourOf, type KlaviyoSimulatorOptions } from './options.js';
import { PrivateKeys } from './private-keys.js';
import { KlaviyoWorld } from './world/klaviyo-world.js';

/** A vendor that behaves like Klaviyo, over real HTTP on 127.0.0.1. */
export interface KlaviyoSimulator {
  /** Stands for https://a.klaviyo.com; no slash at the end. */
  readonly baseUrl: string;
  /** A private key with the scopes of the options. */
  readonly privateKey: string;
  readonly keys: PrivateKeys;
  /** Every call, by operation id. */
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly hooks: Hooks;
  /** The truth about everybody. */
  readonly world: KlaviyoWorld;
  /** Frees the port and ends every connection. @throws the first internal error of the simulator, if there was one. */
  readonly close: () => Promise<void>;
}

/** Starts the simulator. @throws RangeError for options that cannot be, Error when the port is taken. */
export async function startKlaviyoSimulator(
  options: KlaviyoSimulatorOptions = {},
): Promise<KlaviyoSimulator> {
  const behaviour = behaviourOf(options);
  const context = {
    behaviour,
    world: new KlaviyoWorld(behaviour),
    keys: new PrivateKeys(behaviour.seed),
    limits: new EndpointLimits(behaviour),
  };
  const privateKey = context.keys.issue(behaviour.scopes);
  const server = await serve(context);
  return {
    baseUrl: server.baseUrl,
    privateKey,
    keys: context.keys,
    calls: server.calls,
    faults: server.faults,
    hooks: server.hooks,
    world: context.world,
    close: () => server.close(),
  };
}

function serve(context: Context): Promise<SimulatorServer> {
  const { latency, now, port } = context.behaviour;
  return SimulatorServer.start({
    routes: [
      ...accountRoutes(context),
      ...profileRoutes(context),
      ...eventRoutes(context),
      ...deletionRoutes(context),
      ...suppressionRoutes(context),
    ],
    tokenKind: (key) => context.keys.kindOf(key),
    errorBody: (status) => errorBody(status),
    openapi,
    ...(latency === undefined ? {} : { latency }),
    port,
    now,
  });
}
