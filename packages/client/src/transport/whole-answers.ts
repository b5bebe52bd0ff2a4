import { explained, type Exchange, type Send } from './exchange.js';

/** Reads each answer to its end before it is handed on, so that a cut one is known as such while it can be asked for again. */
export function wholeAnswers(exchange: Exchange, timeoutMilliseconds: number): Send {
  return async (request) => {
    const answer = await exchange(request, AbortSignal.timeout(timeoutMilliseconds));
    const { status, headers } = answer;
    // Such an answer may have no body, not even an empty one.
    if (status === 204) return answer;
    try {
      return new Response(await answer.arrayBuffer(), { status, headers });
    } catch (error) {
      throw explained(error, request.signal);
    }
  };
}
