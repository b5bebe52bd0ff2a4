import { ConnectorError, type ErrorPlace } from './connector-error.js';

/** The vendor's limit is reached; nothing may be sent before `retryAt`. @public */
export class ThrottledError extends ConnectorError {
  override readonly code = 'throttled';
  override readonly disposition = 'wait_until';
  readonly retryAt: Date;

  constructor(retryAt: Date, place: ErrorPlace = {}) {
    super('The vendor limits the number of requests. The work goes on when it allows more.', place);
    this.retryAt = retryAt;
  }
}

/** A network failure, a time-out, or a vendor that is down: worth another try later. @public */
export class TransientError extends ConnectorError {
  override readonly code = 'transient';
  override readonly disposition = 'retry_later';
}

/** The caller gave up: a cancelled request, a passed deadline of the process. @public */
export class CancelledError extends ConnectorError {
  override readonly code = 'cancelled';
  override readonly disposition = 'cancelled';
}
