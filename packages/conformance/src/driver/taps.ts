import type { Send } from '@privacy-connectors/core/http';

/** Sees, changes or answers requests. */
export type Interceptor = (request: Request, next: Send) => Promise<Response>;

/** Where a check listens or interferes. */
export interface Taps {
  /** Above the pipeline: each call as the connector makes it. */
  readonly call?: Interceptor;
  /** Below the pipeline: each attempt as it goes to the vendor. */
  readonly attempt?: Interceptor;
}

/** Lets requests pass. */
export const direct: Interceptor = (request, next) => next(request);
