import { setTimeout as pause } from 'node:timers/promises';
import { isPassing } from '../errors/is-passing.js';
import { ServiceUnreachable } from '../errors/service-unreachable.js';
import type { OpenStream, StreamedAnswer } from '../transport/streams.js';
import { openRest } from './open-rest.js';

/** Milliseconds before each try to get the rest; the tries begin anew whenever a byte arrived. */
const pauses = [200, 1_000, 4_000] as const;

/** A file on its way. */
export interface Download {
  readonly headers: Headers;
  /**
   * All bytes in order, to be read once. After a cut the rest is asked for; the iteration fails rather than end early:
   * with a {@link ServiceUnreachable} when the rest cannot be had, with a {@link ServiceProblem} of the code
   * `changed` when the file became another one in between.
   */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Gives the file up, in place of reading it. */
  cancel(): Promise<void>;
}

/**
 * Begins to download what lies at `url`; an abort of `signal` ends it.
 * @throws {@link ServiceProblem} when the service refuses; {@link ServiceUnreachable} when it does not answer.
 */
export async function download(open: OpenStream, url: URL, signal: AbortSignal): Promise<Download> {
  const first = await open(new Request(url, { signal }));
  const etag = first.headers.get('etag');
  const rest = etag === null ? undefined : (offset: number) => openRest(open, { url, signal, etag, offset });
  return { headers: first.headers, chunks: wholeOf(first, rest, signal), cancel: () => first.cancel() };
}

type OpenRest = (offset: number) => Promise<StreamedAnswer>;

async function* wholeOf(
  first: StreamedAnswer,
  rest: OpenRest | undefined,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const length = lengthOf(first);
  let received = 0;
  let open: OpenRest = () => Promise.resolve(first);
  for (let failures = 0; ; failures += 1) {
    try {
      for await (const chunk of (await open(received)).chunks) {
        received += chunk.byteLength;
        failures = 0;
        yield chunk;
      }
      if (received === (length ?? received)) return;
      throw new ServiceUnreachable('the answer ended early');
    } catch (error) {
      const wait = pauses[failures];
      if (rest === undefined || wait === undefined || !isPassing(error)) throw error;
      await pause(wait, undefined, { signal });
      open = rest;
    }
  }
}

/** In bytes, if the service says. */
function lengthOf({ headers }: StreamedAnswer): number | undefined {
  const length = headers.get('content-length');
  return length === null ? undefined : Number(length);
}
