import { setTimeout as pause } from 'node:timers/promises';
import { isPassing } from '../errors/is-passing.js';
import { ServiceProblem } from '../errors/service-problem.js';
import { ServiceUnreachable } from '../errors/service-unreachable.js';
import type { OpenStream, StreamedAnswer } from '../transport/streams.js';
import { type OpenedRest, openRest } from './open-rest.js';

/** Milliseconds before each try to get the rest; the tries begin anew whenever a byte arrived. */
const pauses = [200, 1_000, 4_000] as const;
/** The longest time, in seconds, that is waited when the service names one. */
const patience = 60;

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
  const rest: OpenRest | undefined =
    etag === null ? undefined : (offset, total) => openRest(open, { url, signal, etag, offset, total });
  return { headers: first.headers, chunks: wholeOf(first, rest, signal), cancel: () => first.cancel() };
}

type OpenRest = (offset: number, total: number | undefined) => Promise<OpenedRest>;

async function* wholeOf(
  first: StreamedAnswer,
  rest: OpenRest | undefined,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  let total = lengthOf(first);
  let received = 0;
  let open: OpenRest = () => Promise.resolve({ answer: first, total });
  for (let failures = 0; ; failures += 1) {
    try {
      const opened = await open(received, total);
      total ??= opened.total;
      for await (const chunk of opened.answer.chunks) {
        received += chunk.byteLength;
        failures = 0;
        yield chunk;
      }
      if (received === (total ?? received)) return;
      throw new ServiceUnreachable('the answer ended early');
    } catch (error) {
      const wait = pauseAfter(error, failures);
      if (rest === undefined || wait === undefined) throw error;
      await pause(wait, undefined, { signal });
      open = rest;
    }
  }
}

/** Milliseconds to the next try, at least those that the service asks for; undefined when there is none. */
function pauseAfter(error: unknown, failures: number): number | undefined {
  const wait = pauses[failures];
  if (wait === undefined || !isPassing(error)) return undefined;
  const seconds = error instanceof ServiceProblem ? (error.retryAfterSeconds ?? 0) : 0;
  return seconds > patience ? undefined : Math.max(wait, seconds * 1000);
}

/** In bytes, if the service says. */
function lengthOf({ headers }: StreamedAnswer): number | undefined {
  const length = headers.get('content-length');
  return length === null ? undefined : Number(length);
}
