import { explained, type Exchange } from './exchange.js';
import { idleLimit, type IdleLimit } from './idle-limit.js';

/** An answer that is read while it arrives: to be iterated over, or cancelled. */
export interface StreamedAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Fails with a {@link ServiceUnreachable} when the answer is cut. */
  readonly chunks: AsyncIterable<Uint8Array>;
  cancel(): Promise<void>;
}

/** Opens an answer as a stream. */
export type OpenStream = (request: Request) => Promise<StreamedAnswer>;

/** Streams may last, but not be silent for longer than the time. */
export function streams(exchange: Exchange, silenceMilliseconds: number): OpenStream {
  return async (request) => {
    const limit = idleLimit(silenceMilliseconds);
    try {
      const { status, headers, body } = await exchange(request, limit.signal);
      const cancel = async () => {
        limit.clear();
        await body?.cancel();
      };
      return { status, headers, chunks: read(body, request.signal, limit), cancel };
    } catch (error) {
      limit.clear();
      throw error;
    }
  };
}

async function* read(body: Response['body'], caller: AbortSignal, limit: IdleLimit) {
  try {
    for await (const chunk of body ?? []) {
      limit.heard();
      yield chunk;
    }
  } catch (error) {
    throw explained(error, caller);
  } finally {
    limit.clear();
  }
}
