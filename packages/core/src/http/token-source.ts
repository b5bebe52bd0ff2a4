import type { Sensitive } from '../redaction/sensitive.js';

/** Access tokens of one connection. @public */
export interface TokenSource {
  /** A token that should work now. @throws AuthError when a person has to authorise the connection again. */
  current(signal: AbortSignal): Promise<Sensitive<string>>;
  /**
   * Another token than `rejected`, which the vendor no longer takes.
   * @throws AuthError when there is none: with the status of the vendor's answer in its place when the vendor refused to
   * renew, without one when this source has nothing to renew with.
   */
  renew(rejected: Sensitive<string>, signal: AbortSignal): Promise<Sensitive<string>>;
}
