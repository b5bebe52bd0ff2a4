import { ServiceProblem } from '../errors/service-problem.js';
import type { OpenStream, StreamedAnswer } from '../transport/streams.js';

/** The part of a file from `offset` (bytes) on, as long as the file is still the one of that entity tag. */
export interface Rest {
  readonly url: URL;
  readonly etag: string;
  readonly offset: number;
  /** Bytes of the whole file, if they are known. */
  readonly total: number | undefined;
  readonly signal: AbortSignal;
}

/** The rest of a file on its way, and the bytes of the whole file, if the service says. */
export interface OpenedRest {
  readonly answer: StreamedAnswer;
  readonly total: number | undefined;
}

/** @throws {@link ServiceProblem} with the code `changed` when the file is another one by now. */
export async function openRest(
  open: OpenStream,
  { url, etag, offset, total, signal }: Rest,
): Promise<OpenedRest> {
  const headers = { range: `bytes=${String(offset)}-`, 'if-range': etag };
  const answer = await open(new Request(url, { headers, signal }));
  const sent = partOf(answer);
  const isSame = total === undefined || sent.total === undefined || sent.total === total;
  if (answer.status === 206 && sent.first === offset && isSame) return { answer, total: sent.total };
  await answer.cancel();
  const detail = 'What was being downloaded is another file by now. Download it again.';
  throw new ServiceProblem({
    status: answer.status,
    code: 'changed',
    detail,
    errors: [],
    retryAfterSeconds: undefined,
  });
}

/** Where a part begins, and of how many bytes it is one. */
function partOf({ headers }: StreamedAnswer): { first: number | undefined; total: number | undefined } {
  const [, first, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? [];
  return { first: numberOf(first), total: numberOf(total) };
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined || digits === '*' ? undefined : Number(digits);
}
