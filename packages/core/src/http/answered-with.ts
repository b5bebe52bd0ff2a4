import { ConnectorError } from '../errors/index.js';

/** True when `error` is the vendor's answer with one of these statuses. @public */
export function answeredWith(error: unknown, ...statuses: readonly number[]): boolean {
  return (
    ConnectorError.is(error) && error.place.status !== undefined && statuses.includes(error.place.status)
  );
}
