import { ConnectorError } from '@privacy-connectors/core/errors';

/** How a check ended, for a message: the kind of error and its status, if it has one. */
export function toldAs(error: Error): string {
  const status = ConnectorError.is(error) ? error.place.status : undefined;
  return `check ended as ${error.name}${status === undefined ? '' : ` (${status})`}`;
}
