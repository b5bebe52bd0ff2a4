/** The command cannot be run as it was given. The message says what to do and repeats no value. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
