import { ServiceProblem } from './service-problem.js';
import { ServiceUnreachable } from './service-unreachable.js';

/** The service is busy, restarting, or hidden by a proxy that cannot reach it. */
const passing = [429, 502, 503, 504];

/** Whether the same call may succeed a little later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ServiceProblem) return passing.includes(error.status);
  return error instanceof ServiceUnreachable;
}
