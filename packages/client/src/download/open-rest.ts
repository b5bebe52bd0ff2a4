import { ServiceProblem } from '../errors/service-problem.js';
import type { OpenStream, StreamedAnswer } from '../transport/streams.js';

/** The part of a file from `offset` (bytes) on, as long as the file is still the one of that entity tag. */
export interface Rest {
  readonly url: URL;
  readonly etag: string;
  readonly offset: number;
  readonly signal: AbortSignal;
}

/** @throws {@link ServiceProblem} with the code `changed` when the file is another one by now. */
export async function openRest(
  open: OpenStream,
  { url, etag, offset, signal }: Rest,
): Promise<StreamedAnswer> {
  const headers = { range: `bytes=${String(offset)}-`, 'if-range': etag };
  const answer = await open(new Request(url, { headers, signal }));
  if (answer.status === 206 && startOf(answer) === offset) return answer;
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

function startOf({ headers }: StreamedAnswer): number {
  return Number(/^bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
}
