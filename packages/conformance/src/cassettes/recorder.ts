import type { Send } from '@privacy-connectors/core/http';
import { readDescription, type ApiDescription } from '../description/api-description.js';
import type { Cassette, RecordedExchange } from './cassette.js';
import { tapExchanges, type WholeExchange } from './exchange-tap.js';
import { Pseudonyms } from './pseudonyms/pseudonyms.js';
import { describedOperation, recordedAnswer, recordedRequest } from './recorded.js';
import type { KnownValues } from './scanning/known-values.js';
import { Scrubber } from './scrubbing/scrubber.js';

/** What is recorded, and how. @public */
export interface RecorderOptions {
  /** Id of the connector. */
  readonly connector: string;
  /** What is done, for readers. */
  readonly scenario: string;
  /** The vendor's OpenAPI 3.1 document with parameters, bodies and answers: what it does not declare is not recorded. */
  readonly openapi: object;
  /** Pseudonyms depend on it; at least 16 bytes. Keep it outside the cassette, or throw it away. */
  readonly key: string;
}

/**
 * Records the traffic of a connection. What it keeps is scrubbed as soon as an answer has arrived: nothing secret or
 * personal is held, let alone written. @public
 */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #description: ApiDescription;
  readonly #pseudonyms: Pseudonyms;
  readonly #scrubber: Scrubber;
  readonly #inputs: Record<string, string> = {};
  readonly #exchanges: RecordedExchange[] = [];
  readonly #secrets = new Set<string>();
  readonly #identifiers = new Set<string>();

  /** @throws Error for a description that is none, RangeError for a key that is too short. */
  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#description = readDescription(options.openapi);
    this.#pseudonyms = new Pseudonyms(options.key);
    this.#scrubber = new Scrubber(this.#description, this.#pseudonyms);
  }

  /** Sends through `send` and records. For the transport of a pipeline: every attempt is recorded. */
  around(send: Send): Send {
    return tapExchanges(send, (exchange) => {
      this.#record(exchange);
    });
  }

  /** Remembers under a name what the scenario is started with: a data subject's e-mail address, say. */
  input(name: string, value: string): void {
    this.#inputs[name] = this.#pseudonyms.text(value);
    this.#identifiers.add(value);
  }

  /** What was recorded so far. */
  cassette(): Cassette {
    const { connector, scenario } = this.#options;
    return { format: 1, connector, scenario, inputs: { ...this.#inputs }, exchanges: [...this.#exchanges] };
  }

  /** What must not be in the cassette: the tokens that were sent, and the inputs. */
  get known(): KnownValues {
    return { secrets: [...this.#secrets], identifiers: [...this.#identifiers] };
  }

  #record(exchange: WholeExchange): void {
    const { operationId, request } = exchange;
    const operation = describedOperation(this.#description, operationId);
    const secret = request.headers.get('authorization')?.split(' ').at(-1);
    if (secret !== undefined) this.#secrets.add(secret);
    this.#exchanges.push({
      request: recordedRequest(operation, request, this.#scrubber),
      answer: recordedAnswer(operation, exchange, this.#scrubber),
    });
  }
}
