import type { Send } from '../http/send.js';
import type { ConnectionProfile } from './profile.js';
import type { Json } from './json.js';
import type { Manifest } from './manifest.js';
import type { ResourceSpecification } from './resource.js';
import type {
  ConnectionCheck,
  DisconnectOutcome,
  EndingCredential,
  DeletionSteps,
  LocateStep,
  OpenStep,
  ReadStep,
  ScanStep,
  StepContext,
} from './steps.js';
import type { NormaliseTokenAnswer } from './token-answer.js';

/** The steps a resource must have, and those it must not, by its specification. @public */
export type ResourceSteps<Specification extends ResourceSpecification, Client, Settings> = ReadStep<
  Client,
  Settings,
  Json,
  Json
> &
  (Specification['lookup'] extends 'scan'
    ? ScanStep<Client, Settings, Json, Json>
    : { readonly scan?: never }) &
  (Specification['binary'] extends true ? OpenStep<Client, Settings, Json> : { readonly open?: never });

/** The deletion steps a connector must have when its manifest promises deletion, and must not have when it does not. @public */
export type DeletionOf<M extends Manifest, Client, Settings> = M['capabilities'] extends {
  readonly deletion: object;
}
  ? { readonly deletion: DeletionSteps<Client, Settings, Json, Json, Json> }
  : { readonly deletion?: never };

/** How token answers are read, which a connector with OAuth must say and another cannot. @public */
export type TokenAnswersOf<M extends Manifest> = M['auth'] extends { readonly kind: 'oauth2' }
  ? { readonly normaliseTokenAnswer: NormaliseTokenAnswer }
  : { readonly normaliseTokenAnswer?: never };

/** The code of a connector. @public */
export type Implementation<M extends Manifest, Client, Settings extends object> = {
  /** class-validator class of the connection's settings; its field initialisers are the defaults. */
  readonly settings: new () => Settings;
  configure(settings: Settings): ConnectionProfile;
  /** Makes the typed client. All its calls go through `fetch`, the composed HTTP pipeline. */
  connect(io: { readonly fetch: Send; readonly profile: ConnectionProfile }): Client;
  /**
   * Is the connection alive, and what was it granted?
   * @throws AuthError when the vendor rejects the credentials; see {@link provesDead} for what tells that they are dead.
   */
  check(
    context: StepContext<Client, Settings>,
    credential: { readonly accessToken: string },
  ): Promise<ConnectionCheck>;
  /**
   * Ends this connection's access at the vendor, where a call does that. May be repeated.
   * @throws AuthError when the vendor rejects the credential, as one that is dead already.
   */
  disconnect?(
    context: StepContext<Client, Settings>,
    credential: EndingCredential,
  ): Promise<DisconnectOutcome>;
  readonly subject: LocateStep<Client, Settings, Json>;
  readonly resources: {
    readonly [Name in keyof M['resources']]: ResourceSteps<M['resources'][Name], Client, Settings>;
  };
} & DeletionOf<M, Client, Settings> &
  TokenAnswersOf<M>;

const brand = Symbol.for('@privacy-connectors/connector');

/** A connector as the runner sees it: the types of one vendor erased, the contract kept. @public */
export interface Connector {
  readonly manifest: Manifest;
  readonly implementation: AnyImplementation;
}

/** Steps of any vendor; refs, cursors and tickets are JSON and read back through the codecs. @public */
export type AnyContext = StepContext<unknown, object>;
/** The steps of one resource of any vendor; which of them exist follows from the manifest. @public */
export type AnyResourceSteps = ReadStep<unknown, object, Json, Json> &
  Partial<ScanStep<unknown, object, Json, Json>> &
  Partial<OpenStep<unknown, object, Json>>;
/** The code of any vendor, as the runner and the conformance kit call it. @public */
export interface AnyImplementation {
  readonly settings: new () => object;
  configure(settings: object): ConnectionProfile;
  readonly normaliseTokenAnswer?: NormaliseTokenAnswer;
  connect(io: { readonly fetch: Send; readonly profile: ConnectionProfile }): unknown;
  check(context: AnyContext, credential: { readonly accessToken: string }): Promise<ConnectionCheck>;
  disconnect?(context: AnyContext, credential: EndingCredential): Promise<DisconnectOutcome>;
  readonly subject: LocateStep<unknown, object, Json>;
  readonly resources: { readonly [name: string]: AnyResourceSteps };
  readonly deletion?: DeletionSteps<unknown, object, Json, Json, Json>;
}

/**
 * Declares a connector. The manifest's literal types drive `implement`: a missing resource, a missing `scan` or `open`,
 * an undeclared step or a deletion that returns nothing does not compile. @public
 */
export function defineConnector<const M extends Manifest>(manifest: M) {
  return {
    implement<Client, Settings extends object>(
      implementation: Implementation<M, Client, Settings>,
    ): Connector {
      const connector = { manifest, implementation: implementation as unknown as AnyImplementation };
      return Object.freeze(Object.defineProperty(connector, brand, { value: true }));
    },
  };
}

/** True for what {@link defineConnector} made, also by another copy of this package. @public */
export function isConnector(value: unknown): value is Connector {
  return typeof value === 'object' && value !== null && brand in value;
}
