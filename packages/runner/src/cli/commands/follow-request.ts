import type { CommandedRequests } from '../../application/requests.js';
import type { RequestView } from '../../application/views/request-view.js';
import { RunnerError } from '../../errors/runner-error.js';
import type { CommandContext } from '../command-context.js';
import { InterruptedError } from '../errors/interrupted-error.js';
import { settleOrInterrupt } from '../interruption.js';
import { createProgress } from '../progress.js';

/**
 * Carries a request on until it stops, showing progress.
 * @throws InterruptedError naming the request when the process was asked to end first.
 */
export async function followRequest(
  context: CommandContext,
  requests: CommandedRequests,
  id: string,
): Promise<RequestView> {
  const { io, output } = context;
  // Whoever loses the terminal can carry the request on by this id.
  if (io.stderr.isTTY && !output.json) io.stderr.write(`Request ${id}\n`);
  const progress = createProgress(context);
  try {
    const waiting = requests.wait(id, progress.show, io.signal);
    const view = await settleOrInterrupt(waiting, io);
    if (io.signal.aborted && unfinished(view)) throw InterruptedError.ofRequest(id);
    return view;
  } catch (error) {
    if (io.signal.aborted && isInterruption(error)) throw InterruptedError.ofRequest(id);
    throw error;
  } finally {
    progress.end();
  }
}

function unfinished({ status }: RequestView): boolean {
  return status === 'received' || status === 'running';
}

/** After an abort every failure is taken for its consequence, unless it tells a person what to mend. */
function isInterruption(error: unknown): boolean {
  return error instanceof InterruptedError || !(error instanceof RunnerError);
}
