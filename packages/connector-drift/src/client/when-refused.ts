import { answeredWith } from '@privacy-connectors/core/http';

/**
 * Asks, and takes the other way when the vendor refuses a parameter (400, 422). A refusal repeats itself; a single one
 * may be an accident and is no reason to change the way of a whole listing.
 */
export async function otherwiseWhenRefused<Answer>(
  ask: () => Promise<Answer>,
  otherwise: () => Promise<Answer>,
): Promise<Answer> {
  const answer = (await answerOrRefusal(ask)) ?? (await answerOrRefusal(ask));
  return answer === undefined ? otherwise() : answer.value;
}

/** Undefined for a refusal. */
async function answerOrRefusal<Answer>(
  ask: () => Promise<Answer>,
): Promise<{ readonly value: Answer } | undefined> {
  try {
    return { value: await ask() };
  } catch (error) {
    if (answeredWith(error, 400, 422)) return undefined;
    throw error;
  }
}
