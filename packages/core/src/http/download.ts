import type { UnderlyingSource } from 'node:stream/web';
import { CancelledError, TransientError, type ConnectorError, type ErrorPlace } from '../errors/index.js';
import { refuseDeclaredSize, tooLarge } from './answer-size.js';
import type { Exchange } from './exchange.js';

/** Bounds of a streamed body. Times in milliseconds, sizes in bytes. */
export interface DownloadLimits {
  readonly maxBinaryBytes: number;
  /** Until the next piece arrives. */
  readonly attemptTimeoutMs: number;
  /** All waiting for pieces together: a slow trickle ends too. */
  readonly maxBinaryWaitMs: number;
}

/**
 * Hands a binary on as it arrives. The stream fails with a VendorContractError when it grows too large, a TransientError
 * when the connection breaks or stalls, and a CancelledError as soon as the caller gives up.
 * @throws VendorContractError when the answer says beforehand that it is too large.
 */
export async function streamAnswer(
  answer: Response,
  exchange: Exchange,
  limits: DownloadLimits,
): Promise<Response> {
  const { body, status, headers } = answer;
  if (body === null) return answer;
  const { operationId } = exchange;
  await refuseDeclaredSize(answer, limits.maxBinaryBytes, operationId);
  const excess = tooLarge(answer, limits.maxBinaryBytes, operationId);
  const download = new Download(body.getReader(), exchange, limits, excess);
  return new Response(new ReadableStream(download, { highWaterMark: 0 }), { status, headers });
}

/**
 * The body under way. It holds the exchange with the caller's request, for the caller's signal knows that request only
 * weakly: were it collected, giving up would not reach the body any more.
 */
class Download implements UnderlyingSource<Uint8Array> {
  readonly #vendor: ReadableStreamDefaultReader<Uint8Array>;
  readonly #exchange: Exchange;
  readonly #limits: DownloadLimits;
  readonly #excess: ConnectorError;
  #size = 0;
  #waitedMs = 0;
  #ended = false;
  #giveUp: () => void = () => undefined;

  constructor(
    vendor: ReadableStreamDefaultReader<Uint8Array>,
    exchange: Exchange,
    limits: DownloadLimits,
    excess: ConnectorError,
  ) {
    this.#vendor = vendor;
    this.#exchange = exchange;
    this.#limits = limits;
    this.#excess = excess;
  }

  start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    const { signal } = this.#exchange;
    this.#giveUp = () => {
      this.#fail(controller, new CancelledError('The download was given up.', this.#excess.place));
    };
    if (signal.aborted) this.#giveUp();
    else signal.addEventListener('abort', this.#giveUp);
  }

  async pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    try {
      const next = await this.#nextPiece(controller);
      if (this.#ended) return;
      if (next.done) this.#close(controller);
      else this.#handOn(controller, next.value);
    } catch (error) {
      this.#fail(controller, brokenOff(this.#excess.place, error));
    }
  }

  cancel(reason: unknown): Promise<void> {
    this.#end();
    return this.#vendor.cancel(reason);
  }

  async #nextPiece(controller: ReadableStreamDefaultController<Uint8Array>) {
    const { attemptTimeoutMs, maxBinaryWaitMs } = this.#limits;
    const startedAt = performance.now();
    const timer = setTimeout(
      () => {
        this.#fail(controller, brokenOff(this.#excess.place));
      },
      Math.min(attemptTimeoutMs, maxBinaryWaitMs - this.#waitedMs),
    );
    try {
      return await this.#vendor.read();
    } finally {
      clearTimeout(timer);
      this.#waitedMs += performance.now() - startedAt;
    }
  }

  #handOn(controller: ReadableStreamDefaultController<Uint8Array>, piece: Uint8Array): void {
    this.#size += piece.byteLength;
    if (this.#size > this.#limits.maxBinaryBytes) this.#fail(controller, this.#excess);
    else controller.enqueue(piece);
  }

  #close(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#end();
    controller.close();
  }

  /** Ends the vendor's side as well; that it may be broken already is no news. */
  #fail(controller: ReadableStreamDefaultController<Uint8Array>, error: ConnectorError): void {
    if (this.#ended) return;
    this.#end();
    controller.error(error);
    this.#vendor.cancel(error).catch(() => undefined);
  }

  #end(): void {
    this.#ended = true;
    this.#exchange.signal.removeEventListener('abort', this.#giveUp);
  }
}

function brokenOff(place: ErrorPlace, cause?: unknown): TransientError {
  return new TransientError('The download broke off.', place, { cause });
}
