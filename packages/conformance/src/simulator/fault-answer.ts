import { bytes, empty, json, type Answer } from './answer.js';
import type { Fault } from './fault.js';

/**
 * What is answered instead of handling the call; undefined for faults that let it be handled.
 * @param errorBody The vendor's error form.
 * @param quote What the answer repeats, wherever there are words in it; '' for nothing.
 */
export function faultAnswer(
  fault: Fault | undefined,
  errorBody: (status: number) => unknown,
  quote: string,
): Answer | undefined {
  switch (fault?.kind) {
    case 'html':
      return bytes(200, 'text/html', Buffer.from(`<!doctype html><p>Down for maintenance ${quote}</p>`));
    case 'redirect':
      return empty(302, { location: fault.location + encodeURIComponent(quote) });
    case 'status': {
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
      if (fault.body === 'empty') return empty(fault.status, headers);
      return json(fault.status, quoting(errorBody(fault.status), quote), headers);
    }
    default:
      return undefined;
  }
}

/** The same with the quote behind every sentence; codes, which are single words, stay what they are. */
function quoting(body: unknown, quote: string): unknown {
  if (quote === '') return body;
  return JSON.parse(
    JSON.stringify(body, (_key, value: unknown) =>
      typeof value === 'string' && value.includes(' ') ? `${value} ${quote}` : value,
    ),
  );
}
