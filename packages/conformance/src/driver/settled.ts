import { ConnectorError } from '@privacy-connectors/core/errors';
import { ConformanceFailure } from '../failure.js';

/** How a step ended. */
export type Settled<Result> =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly error: ConnectorError };

/**
 * Waits for a step that may fail in the way the contract allows.
 * @throws ConformanceFailure when it throws anything but a ConnectorError, which tells the runner nothing.
 */
export async function settled<Result>(where: string, step: Promise<Result>): Promise<Settled<Result>> {
  try {
    return { ok: true, result: await step };
  } catch (error) {
    if (ConnectorError.is(error)) return { ok: false, error };
    if (error instanceof ConformanceFailure) throw error;
    throw new ConformanceFailure(`${where}: threw ${nameOf(error)} instead of a ConnectorError`, {
      cause: error,
    });
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name} (${error.message})` : typeof error;
}
