/** What kind of token a call carried, never the token. */
export type TokenKind = 'none' | 'static' | 'oauth' | 'expired' | 'revoked' | 'unknown';

/** One call as the vendor saw it. Bodies, queries and tokens are not kept. */
export interface Call {
  /** Position among all calls, from 1. */
  readonly number: number;
  /** Position among the calls of the same operation, from 1. */
  readonly operationNumber: number;
  /** `unknown` when no operation has that method and path. */
  readonly operationId: string;
  readonly method: string;
  readonly template: string;
  readonly tokenKind: TokenKind;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Undefined while the call is under way, and for ever when the connection ended without an answer. */
  readonly status: number | undefined;
}

type MutableCall = { -readonly [Key in keyof Call]: Call[Key] };

/** Every call since the start, in order of arrival. */
export class CallLog {
  readonly #calls: MutableCall[] = [];
  readonly #perOperation = new Map<string, number>();

  get all(): readonly Call[] {
    return this.#calls;
  }

  get total(): number {
    return this.#calls.length;
  }

  /** Calls of one operation. */
  of(operationId: string): readonly Call[] {
    return this.#calls.filter((call) => call.operationId === operationId);
  }

  /** How often one operation was called. */
  count(operationId: string): number {
    return this.#perOperation.get(operationId) ?? 0;
  }

  /** How many calls were answered with that status. */
  countStatus(status: number): number {
    return this.#calls.filter((call) => call.status === status).length;
  }

  begin(call: Omit<Call, 'number' | 'operationNumber' | 'status'>): Call {
    const operationNumber = this.count(call.operationId) + 1;
    this.#perOperation.set(call.operationId, operationNumber);
    const begun: MutableCall = { ...call, number: this.total + 1, operationNumber, status: undefined };
    this.#calls.push(begun);
    return begun;
  }

  finish(call: Call, status: number): void {
    const begun = this.#calls[call.number - 1];
    if (begun !== undefined) begun.status = status;
  }
}
