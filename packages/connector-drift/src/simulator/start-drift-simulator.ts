import {
  LeakyBucket,
  SimulatorServer,
  TokenAuthority,
  type CallLog,
  type Faults,
  type Hooks,
} from '@privacy-connectors/conformance/simulator';
import { openapi } from '../generated/openapi.js';
import { authorizationRoutes } from './operations/authorization.js';
import { contactRoutes } from './operations/contacts.js';
import type { Context } from './operations/context.js';
import { conversationRoutes } from './operations/conversations.js';
import { errorBody } from './operations/errors.js';
import { privacyRoutes } from './operations/privacy.js';
import { tokenInformationRoutes } from './operations/token-information.js';
import { uninstallRoutes } from './operations/uninstall.js';
import { userRoutes } from './operations/users.js';
import {
  behaviourOf,
  type DriftBehaviour,
  type DriftSimulatorOptions,
  type VendorLimits,
} from './options.js';
import { DriftWorld } from './world/drift-world.js';

const CLIENT = { clientId: 'simulated-client', clientSecret: 'simulated-client-secret-3f81c0' };

/** A vendor that behaves like Drift, over real HTTP on 127.0.0.1. */
export interface DriftSimulator {
  /** Stands for https://driftapi.com; no slash at the end. */
  readonly baseUrl: string;
  /** Stands for https://dev.drift.com/authorize: redirects back at once with `code` and `state`. */
  readonly authorizationUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A token that does not expire, with the scopes of the options. */
  readonly staticToken: string;
  /** Every call, by operation id; `authorize` and `token` included. */
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly hooks: Hooks;
  /** For expiry and revocation in mid-flight. */
  readonly tokens: TokenAuthority;
  /** The truth about everybody. */
  readonly world: DriftWorld;
  /** Changes the limits of the leaky bucket in mid-flight. @throws RangeError when the simulator was started without limits. */
  readonly limitTo: (limits: VendorLimits) => void;
  /** Frees the port and ends every connection. @throws the first internal error of the simulator, if there was one. */
  readonly close: () => Promise<void>;
}

/** Starts the simulator. @throws RangeError for options that cannot be, Error when the port is taken. */
export async function startDriftSimulator(options: DriftSimulatorOptions = {}): Promise<DriftSimulator> {
  const behaviour = behaviourOf(options);
  const tokens = tokensOf(behaviour);
  const world = new DriftWorld(behaviour);
  const staticToken = tokens.issueStatic(behaviour.scopes);
  const bucket = behaviour.limits && new LeakyBucket({ ...bucketOf(behaviour.limits), now: behaviour.now });
  const server = await serve({ behaviour, world, tokens }, bucket);
  return {
    ...CLIENT,
    baseUrl: server.baseUrl,
    authorizationUrl: `${server.baseUrl}/authorize`,
    staticToken,
    calls: server.calls,
    faults: server.faults,
    hooks: server.hooks,
    tokens,
    world,
    limitTo: (limits) => {
      if (bucket === undefined) throw new RangeError('The simulator was started without limits.');
      bucket.become(bucketOf(limits));
    },
    close: () => server.close(),
  };
}

function bucketOf({ requestsPerSecond, burst }: VendorLimits) {
  return { capacity: burst, leakPerSecond: requestsPerSecond };
}

function tokensOf(behaviour: DriftBehaviour): TokenAuthority {
  const { seed, accessTokenSeconds, rotation, now } = behaviour;
  return new TokenAuthority({ ...CLIENT, seed, accessTokenSeconds, rotation, now });
}

function serve(context: Context, bucket: LeakyBucket | undefined): Promise<SimulatorServer> {
  const { latency, now, port, retryAfter } = context.behaviour;
  return SimulatorServer.start({
    routes: routesOf(context),
    tokenKind: (bearer) => context.tokens.kindOf(bearer),
    errorBody: (status) => errorBody(status),
    openapi,
    ...(bucket === undefined ? {} : { bucket }),
    ...(latency === undefined ? {} : { latency }),
    port,
    retryAfter,
    now,
  });
}

function routesOf(context: Context) {
  return [
    ...authorizationRoutes(context, CLIENT.clientId),
    ...tokenInformationRoutes(context),
    ...uninstallRoutes(context, CLIENT),
    ...contactRoutes(context),
    ...conversationRoutes(context),
    ...userRoutes(context),
    ...privacyRoutes(context),
  ];
}
