import { inspect } from 'node:util';

const marker = '[sensitive]';

/**
 * A value that cannot be printed, logged or serialised by accident: every such way yields a marker, and the value itself
 * is only reachable through {@link Sensitive.reveal}. @public
 */
export class Sensitive<Value> {
  readonly #value: Value;

  constructor(value: Value) {
    this.#value = value;
  }

  /** The value. Call it as late as possible, at the place that needs it. */
  reveal(): Value {
    return this.#value;
  }

  toString(): string {
    return marker;
  }

  toJSON(): string {
    return marker;
  }

  [Symbol.toPrimitive](): string {
    return marker;
  }

  [inspect.custom](): string {
    return marker;
  }
}
