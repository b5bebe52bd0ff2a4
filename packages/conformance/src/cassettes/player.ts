import { EgressError } from '@privacy-connectors/core/errors';
import { operationOf, type Send } from '@privacy-connectors/core/http';
import { readDescription, type ApiDescription } from '../description/api-description.js';
import { keyOf } from '../driver/stored.js';
import type { Cassette, RecordedExchange, RecordedRequest } from './cassette.js';
import { readRequest } from './exchange-tap.js';
import { asItIs, Pseudonyms } from './pseudonyms/pseudonyms.js';
import { replayedAnswer } from './replayed-answer.js';
import { describedOperation, recordedRequest } from './recorded.js';
import { Scrubber } from './scrubbing/scrubber.js';

/** How requests are compared with the recorded ones. @public */
export interface PlayerOptions {
  /** The document that the recording was made with. */
  readonly openapi: object;
  /** The key of the recording, to ask with what was asked then; without it, ask with the cassette's pseudonyms. */
  readonly key?: string;
}

/**
 * Answers from a cassette instead of a vendor: to each request the first answer that was recorded for it and is not yet
 * given. Requests are the same when method, path, declared query parameters and declared body are. @public
 */
export class Player {
  readonly #cassette: Cassette;
  readonly #description: ApiDescription;
  readonly #scrubber: Scrubber;
  #left: readonly RecordedExchange[];

  constructor(cassette: Cassette, { openapi, key }: PlayerOptions) {
    this.#cassette = cassette;
    this.#left = cassette.exchanges;
    this.#description = readDescription(openapi);
    this.#scrubber = new Scrubber(this.#description, key === undefined ? asItIs : new Pseudonyms(key));
  }

  /** For the transport of a pipeline. Rejects with an EgressError for a request that was not recorded, or not that often. */
  readonly send: Send = async (request) => {
    const asked = await this.#read(request);
    const found = this.#left.find((exchange) => identity(exchange.request) === identity(asked));
    if (found === undefined) throw this.#missing(asked);
    this.#left = this.#left.filter((exchange) => exchange !== found);
    return replayedAnswer(found.answer);
  };

  /** @throws Error naming the operations of recorded answers that nobody asked for. */
  finish(): void {
    if (this.#left.length === 0) return;
    const operations = [...new Set(this.#left.map(({ request }) => request.operationId))];
    throw new Error(
      `${this.#left.length} recorded answers of the cassette "${this.#cassette.scenario}" were not asked for (${operations.join(', ')}). Record it again.`,
    );
  }

  async #read(request: Request): Promise<RecordedRequest> {
    const operation = describedOperation(
      this.#description,
      operationOf(request)?.operationId ?? 'undeclared',
    );
    return recordedRequest(operation, await readRequest(request), this.#scrubber);
  }

  #missing(asked: RecordedRequest): EgressError {
    const { operationId } = asked;
    const alike = this.#cassette.exchanges
      .map(({ request }) => request)
      .filter((each) => each.operationId === operationId);
    const why = alike.some((each) => identity(each) === identity(asked))
      ? 'it was recorded less often than it is asked'
      : (alike.map((each) => differenceOf(each, asked)).sort((one, other) => one.length - other.length)[0] ??
        'the operation was not recorded');
    return new EgressError(
      `The cassette "${this.#cassette.scenario}" has no answer to this call of ${operationId}: ${why}. Record it again.`,
      { operation: operationId },
    );
  }
}

function identity({ operationId, path, query, body }: RecordedRequest): string {
  return keyOf([operationId, path, query, body]);
}

/** Names alone: what is asked may be real. */
function differenceOf(recorded: RecordedRequest, asked: RecordedRequest): string {
  const parts = [
    ...(recorded.path === asked.path ? [] : ['another path']),
    ...(keyOf(recorded.query) === keyOf(asked.query) ? [] : [`another query (${namesOf(asked)})`]),
    ...(keyOf(recorded.body) === keyOf(asked.body) ? [] : ['another body']),
  ];
  return `recorded was ${parts.join(' and ')}`;
}

function namesOf({ query }: RecordedRequest): string {
  return query.length === 0
    ? 'no parameters are asked'
    : `asked are ${query.map(([name]) => name).join(', ')}`;
}
