/** Of work that nobody stops. */
export const never: AbortSignal = new AbortController().signal;
