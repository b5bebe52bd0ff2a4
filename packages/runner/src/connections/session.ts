import type { AnyContext, ConnectionProfile, Connector } from '@privacy-connectors/core';

/** A connection ready for work: its connector, with a client whose calls are budgeted, signed and guarded. */
export interface Session {
  readonly connectionId: string;
  readonly connector: Connector;
  readonly profile: ConnectionProfile;
  /** What a step of the connector gets; `signal` ends its calls. */
  context(signal: AbortSignal): AnyContext;
}

/** Opens sessions; in one process a connection has one, with one budget and one set of tokens. */
export interface Sessions {
  open(connectionId: string): Promise<Session>;
}
