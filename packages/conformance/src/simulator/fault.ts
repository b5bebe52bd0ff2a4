/** Something that goes wrong with one call. A call that is not handled takes nothing from the rate limit. */
export type Fault =
  /** Answered with a status instead of being handled. `body`: the vendor's error form (default) or none. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: 'vendor' | 'empty';
      readonly retryAfter?: string;
    }
  /** The connection is reset: the call had no effect (`before`) or had all of it (`after`). */
  | { readonly kind: 'reset'; readonly moment: 'before' | 'after' }
  /** Handled; half of the announced body arrives, then the connection ends. */
  | { readonly kind: 'truncate' }
  /** Status 200 with a page of HTML instead of being handled. */
  | { readonly kind: 'html' }
  /** Status 302 to that URL instead of being handled. */
  | { readonly kind: 'redirect'; readonly location: string };

/** Every fault that a connector must survive with a truthful outcome, by name. */
export function faultMatrix(now: number = Date.now()): Readonly<Record<string, Fault>> {
  const plain = [400, 401, 403, 404, 408, 409, 422, 429, 503];
  return {
    ...Object.fromEntries(
      plain.map((status) => [`status ${status}`, { kind: 'status', status } satisfies Fault]),
    ),
    '429 with seconds': throttled('1'),
    '429 with a date': throttled(new Date(now + 2000).toUTCString()),
    '429 with an absurd wait': throttled('99999999999'),
    '500 with an empty body': { kind: 'status', status: 500, body: 'empty' },
    'reset before handling': { kind: 'reset', moment: 'before' },
    'reset after handling': { kind: 'reset', moment: 'after' },
    'truncated body': { kind: 'truncate' },
    'html instead of json': { kind: 'html' },
    'redirect to another host': { kind: 'redirect', location: 'http://elsewhere.invalid/' },
  };
}

function throttled(retryAfter: string): Fault {
  return { kind: 'status', status: 429, retryAfter };
}
