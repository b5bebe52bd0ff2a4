import { ConnectorError, type ErrorDescription } from '@privacy-connectors/core/errors';
import { errorFacts } from '../../errors/error-facts.js';
import { RunnerError } from '../../errors/runner-error.js';

/** What the starter of an authorisation is told: messages of ours, of anything else the kind only. */
export function describeFailure(error: unknown): ErrorDescription {
  if (ConnectorError.is(error)) return error.toJSON();
  if (error instanceof RunnerError) return { code: error.code, message: error.message };
  const { name } = errorFacts(error);
  return {
    code: 'internal',
    message: `The authorisation failed in a way it should not (${name}). Start it again.`,
  };
}
