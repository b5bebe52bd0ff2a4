/** No whole answer arrived. `reason` is a system code such as `ECONNREFUSED`, or `timeout`; the message holds no URL. */
export class ServiceUnreachable extends Error {
  override readonly name = 'ServiceUnreachable';
  readonly reason: string;

  constructor(reason: string) {
    super(`The service did not answer (${reason}).`);
    this.reason = reason;
  }

  /** What made `fetch`, or the reading of an answer, fail. The error itself is dropped: it may name a URL. */
  static because(error: unknown): ServiceUnreachable {
    return new ServiceUnreachable(reasonOf(error) ?? 'no reason given');
  }
}

function reasonOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('name' in error && error.name === 'TimeoutError') return 'timeout';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : reasonOf('cause' in error ? error.cause : undefined);
}
