/** The options ask for what cannot be. The message says what could. */
export class Refusal extends Error {
  name = 'Refusal';
}

/** @throws Refusal when the condition does not hold. */
export function ensure(condition, otherwise) {
  if (!condition) throw new Refusal(otherwise);
}
