/** A call that is kept waiting. */
export class Hold {
  /** The call has arrived. */
  readonly arrived: Promise<void>;
  /** The client gave up while the call was waiting. */
  readonly aborted: Promise<void>;
  readonly #released: Promise<void>;
  readonly #arrive: () => void;
  readonly #abort: () => void;
  readonly #release: () => void;

  constructor() {
    [this.arrived, this.#arrive] = signal();
    [this.aborted, this.#abort] = signal();
    [this.#released, this.#release] = signal();
  }

  /** Lets the call go on; it is then handled as usual. */
  release(): void {
    this.#release();
  }

  /** Waits; resolves to whether the client is still there. */
  async wait(clientGone: Promise<void>): Promise<boolean> {
    this.#arrive();
    const present = await Promise.race([this.#released.then(() => true), clientGone.then(() => false)]);
    if (!present) this.#abort();
    return present;
  }
}

function signal(): [Promise<void>, () => void] {
  let fire: () => void = () => undefined;
  const fired = new Promise<void>((resolve) => {
    fire = resolve;
  });
  return [fired, fire];
}
