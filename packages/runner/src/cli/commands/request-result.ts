import type { RequestStatus, RequestView } from '../../application/views/request-view.js';
import type { CommandContext } from '../command-context.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { requestDetail } from '../views/request-detail.js';

/** Prints a request with everything known about it. */
export function printRequest({ output }: CommandContext, request: RequestView): void {
  output.result(request, (style) => requestDetail(request, style));
}

const ends: Readonly<Partial<Record<RequestStatus, ExitCode>>> = {
  completed: exitCodes.done,
  awaiting_approval: exitCodes.awaitingApproval,
};

/** The exit code for a request that was followed until it stopped. */
export function endOfRequest(request: RequestView): ExitCode {
  return ends[request.status] ?? exitCodes.notComplete;
}
