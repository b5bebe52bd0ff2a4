import {
  SimulatorServer,
  TokenAuthority,
  type CallLog,
  type Faults,
  type Hooks,
  type Route,
} from '@privacy-connectors/conformance/simulator';
import { openapi } from '../generated/openapi.js';
import { authorizationRoutes } from './operations/authorization.js';
import { contactRoutes } from './operations/contacts.js';
import type { Context } from './operations/context.js';
import { conversationRoutes } from './operations/conversations.js';
import { errorBody } from './operations/errors.js';
import { eventRoutes } from './operations/events.js';
import { meRoutes } from './operations/me.js';
import { RateWindow } from './operations/rate-window.js';
import { ticketRoutes } from './operations/tickets.js';
import { uninstallRoutes } from './operations/uninstall.js';
import { behaviourOf, type IntercomSimulatorOptions } from './options.js';
import { IntercomWorld } from './world/intercom-world.js';

const CLIENT = { clientId: 'simulated-client', clientSecret: 'simulated-client-secret-7d02aa' };
/** A century: tokens do not expire. */
const accessTokenSeconds = 100 * 365 * 86_400;

/** A vendor that behaves like Intercom, over real HTTP on 127.0.0.1. */
export interface IntercomSimulator {
  /** Stands for https://api.intercom.io; no slash at the end. */
  readonly baseUrl: string;
  /** Stands for https://app.intercom.io/oauth: redirects back at once with `code` and `state`. */
  readonly authorizationUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A token of an app of the own workspace, with the scopes of the options. */
  readonly staticToken: string;
  /** Every call, by operation id; `authorize` and `token` included. */
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly hooks: Hooks;
  /** For revocation in mid-flight. */
  readonly tokens: TokenAuthority;
  /** The truth about everybody. */
  readonly world: IntercomWorld;
  /** Frees the port and ends every connection. @throws the first internal error of the simulator, if there was one. */
  readonly close: () => Promise<void>;
}

/** Starts the simulator. @throws RangeError for options that cannot be, Error when the port is taken. */
export async function startIntercomSimulator(
  options: IntercomSimulatorOptions = {},
): Promise<IntercomSimulator> {
  const context = contextOf(options);
  const { behaviour, tokens, world } = context;
  const staticToken = tokens.issueStatic(behaviour.scopes);
  const server: SimulatorServer = await serve(context, () => server.baseUrl);
  return {
    ...CLIENT,
    baseUrl: server.baseUrl,
    authorizationUrl: `${server.baseUrl}/oauth`,
    staticToken,
    calls: server.calls,
    faults: server.faults,
    hooks: server.hooks,
    tokens,
    world,
    close: () => server.close(),
  };
}

function contextOf(options: IntercomSimulatorOptions): Context {
  const behaviour = behaviourOf(options);
  const { seed, now, requestsPerWindow } = behaviour;
  return {
    behaviour,
    world: new IntercomWorld(behaviour),
    tokens: new TokenAuthority({ ...CLIENT, seed, accessTokenSeconds, rotation: 'keep', now }),
    window: requestsPerWindow === undefined ? undefined : new RateWindow(requestsPerWindow, now),
  };
}

function serve(context: Context, baseUrl: () => string): Promise<SimulatorServer> {
  const { latency, now, port } = context.behaviour;
  return SimulatorServer.start({
    routes: routesOf(context, baseUrl),
    tokenKind: (bearer) => context.tokens.kindOf(bearer),
    errorBody: (status) => errorBody(status),
    openapi,
    ...(latency === undefined ? {} : { latency }),
    port,
    now,
  });
}

function routesOf(context: Context, baseUrl: () => string): readonly Route[] {
  return [
    ...authorizationRoutes(context, CLIENT.clientId),
    ...meRoutes(context),
    ...uninstallRoutes(context),
    ...contactRoutes(context),
    ...eventRoutes(context, baseUrl),
    ...conversationRoutes(context),
    ...ticketRoutes(context),
  ];
}
