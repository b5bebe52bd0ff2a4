import { setTimeout as pause } from 'node:timers/promises';
import { answerOf, isPassing, ServiceProblem, type ServiceClient } from '@privacy-connectors/client';
import type { RequestView } from '../application/views/request-view.js';
import { watchRequest } from '../requests/watch-request.js';
import { translateFailure } from './translate-failure.js';

/** Milliseconds for which a service that was there may be away, e.g. while it is restarted, and between two tries. */
const patience = 120_000;
const pauseAway = 1_000;

type Api = ServiceClient['api'];

/** Watches a request that the workers of the service carry on, until it ended or waits for approval. */
export async function followRemotely(
  { api }: ServiceClient,
  id: string,
  onProgress: (view: RequestView) => void,
  signal: AbortSignal,
): Promise<RequestView> {
  const options = { params: { path: { id } }, signal };
  const look = () => answerOf(api.GET('/v1/requests/{id}', options));
  try {
    if (mayBeRetried(await look())) await retryFailed(api, id, signal);
    return await watchRequest({
      look: () => patiently(look, signal),
      carryOn: () => Promise.resolve(),
      onProgress,
      signal,
    });
  } catch (error) {
    throw translateFailure(error);
  }
}

/** What was given up as a dead letter is tried again on a person's explicit word only. */
function mayBeRetried({ tasks }: RequestView): boolean {
  const has = (...statuses: readonly string[]) => tasks.some(({ status }) => statuses.includes(status));
  return has('failed', 'incomplete') && !has('dead_letter');
}

/** Asking for a request that failed for a passing reason means: try again. Where nothing failed so, it stays as it is. */
async function retryFailed(api: Api, id: string, signal: AbortSignal): Promise<void> {
  try {
    await api.POST('/v1/requests/{id}/retry', { params: { path: { id } }, signal });
  } catch (error) {
    if (!(error instanceof ServiceProblem) || error.status !== 409) throw error;
  }
}

async function patiently<T>(look: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (!isPassing(error) || Date.now() > end) throw error;
      await pause(pauseAway, undefined, { signal });
    }
  }
}
