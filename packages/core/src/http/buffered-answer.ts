import { VendorContractError } from '../errors/index.js';
import { placeOf } from './vendor-request-id.js';

/** Not fatal: one message with broken characters must not cost the page. Whether it is JSON decides. */
const utf8 = new TextDecoder();

type Readers = 'arrayBuffer' | 'blob' | 'body' | 'clone' | 'json' | 'text';

/** Typed without what reads the body: a class may not define as methods what its base declares as properties. */
const WithoutReaders = Response as new (body: null, init: ResponseInit) => Omit<Response, Readers>;

/**
 * An answer whose body is in memory; it may be read more than once. A `Response` makes a stream of every body, which
 * costs more than all layers together: here only who asks for the stream pays for it. Reading it as JSON rejects with a
 * VendorContractError when it is none.
 */
export function bufferedAnswer(bytes: Uint8Array, init: ResponseInit, operationId?: string): Response {
  const answer: Omit<Response, never> = new BufferedAnswer(bytes, init, operationId);
  return answer;
}

class BufferedAnswer extends WithoutReaders {
  readonly #bytes: Uint8Array;
  readonly #operationId: string | undefined;
  #streamed: Response | undefined;

  constructor(bytes: Uint8Array, init: ResponseInit, operationId: string | undefined) {
    super(null, init);
    this.#bytes = bytes;
    this.#operationId = operationId;
  }

  get body(): Response['body'] {
    this.#streamed ??= this.clone();
    return this.#streamed.body;
  }

  text(): Promise<string> {
    return Promise.resolve(utf8.decode(this.#bytes));
  }

  async json(): Promise<unknown> {
    const text = await this.text();
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new VendorContractError(
        'The vendor answered with something that is not JSON.',
        placeOf(this.#operationId, this),
      );
    }
  }

  bytes(): Promise<Uint8Array> {
    return Promise.resolve(this.#bytes.slice());
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.clone().arrayBuffer();
  }

  blob(): ReturnType<Response['blob']> {
    return this.clone().blob();
  }

  clone(): Response {
    return new Response(this.#bytes, this);
  }
}
