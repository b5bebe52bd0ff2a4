import type { MessageBody } from '../description/message-body.js';

/** A request of a recording, without anything that could tell whose it was. @public */
export interface RecordedRequest {
  readonly operationId: string;
  readonly method: string;
  /** Relative to the vendor's base URL. */
  readonly path: string;
  /** Declared parameters in alphabetical order. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: MessageBody;
}

/** An answer of a recording, without anything that could tell whose it was. @public */
export interface RecordedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: MessageBody;
}

/** A request and its answer. @public */
export interface RecordedExchange {
  readonly request: RecordedRequest;
  readonly answer: RecordedAnswer;
}

/** Recorded traffic of one scenario: JSON, and nothing in it is personal or secret. @public */
export interface Cassette {
  readonly format: 1;
  /** Id of the connector. */
  readonly connector: string;
  /** What was done, for readers. */
  readonly scenario: string;
  /** Pseudonyms of what the scenario was started with, by name: to replay it, start it with these. */
  readonly inputs: Readonly<Record<string, string>>;
  /** In the order in which they ended. */
  readonly exchanges: readonly RecordedExchange[];
}
