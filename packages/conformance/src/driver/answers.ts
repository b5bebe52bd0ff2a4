import type { Json } from '@privacy-connectors/core';

/** An answer as it came over the wire, to be given again. */
export interface RecordedAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** Reads an answer to its end. */
export async function recordAnswer(answer: Response): Promise<RecordedAnswer> {
  const { status } = answer;
  const transport = new Set(['content-length', 'content-encoding', 'transfer-encoding']);
  const headers = [...answer.headers].filter(([name]) => !transport.has(name));
  return { status, headers, body: await answer.text() };
}

/** The same answer once more. */
export function answerAgain({ status, headers, body }: RecordedAnswer): Response {
  return new Response(body, {
    status,
    headers: new Headers(headers.map(([name, value]): [string, string] => [name, value])),
  });
}

/** The JSON of an answer; undefined when it is something else. */
export function jsonOf({ body }: RecordedAnswer): Json | undefined {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return undefined;
  }
}
