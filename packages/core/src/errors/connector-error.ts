const brand = Symbol.for('@privacy-connectors/connector-error');

/**
 * What the runner does next: `person_must_act` stops the task until somebody mends the connection; `wait_until` parks it;
 * `retry_later` parks it with growing pauses; `stop` ends the step with a failed outcome; `cancelled` ends it quietly. @public
 */
export type Disposition = 'person_must_act' | 'wait_until' | 'retry_later' | 'stop' | 'cancelled';

/** Where an error happened: names and numbers only, never a URL, body or identifier. @public */
export interface ErrorPlace {
  /** `operationId` of the vendor call. */
  readonly operation?: string | undefined;
  readonly status?: number | undefined;
  /** The vendor's own request id, for its support. */
  readonly vendorRequestId?: string | undefined;
}

/** The JSON form of an error: fit for outcomes, receipts and logs. @public */
export interface ErrorDescription {
  readonly code: string;
  readonly message: string;
  readonly operation?: string;
  readonly status?: number;
  readonly vendorRequestId?: string;
}

/**
 * A failure whose class says what happens next. Messages are safe to show; `cause` is for a debugger and is not
 * serialised. @public
 */
export abstract class ConnectorError extends Error {
  abstract readonly code: string;
  abstract readonly disposition: Disposition;
  readonly place: ErrorPlace;

  constructor(message: string, place: ErrorPlace = {}, options?: { readonly cause?: unknown }) {
    super(message);
    this.name = new.target.name;
    this.place = place;
    Object.defineProperty(this, brand, { value: true });
    if (options?.cause !== undefined)
      Object.defineProperty(this, 'cause', { value: options.cause, enumerable: false });
  }

  /** True for errors of this family, also from another copy of this package. */
  static is(value: unknown): value is ConnectorError {
    return value instanceof Error && brand in value;
  }

  /** A connector may bring its own copy of this package: what counts is the family, and the names of the classes in it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return ConnectorError.is(value) && classNames(value).includes(this.name);
  }

  toJSON(): ErrorDescription {
    const { operation, status, vendorRequestId } = this.place;
    return {
      code: this.code,
      message: this.message,
      ...(operation === undefined ? {} : { operation }),
      ...(status === undefined ? {} : { status }),
      ...(vendorRequestId === undefined ? {} : { vendorRequestId }),
    };
  }
}

/** Names of the classes a value was made of, from its own to `Object`. */
function classNames(value: object): readonly string[] {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null ? [] : [prototype.constructor.name, ...classNames(prototype)];
}
