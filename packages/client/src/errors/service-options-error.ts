/** What a client was made with is wrong: the URL, or the key. The message repeats neither. */
export class ServiceOptionsError extends Error {
  override readonly name = 'ServiceOptionsError';
}
