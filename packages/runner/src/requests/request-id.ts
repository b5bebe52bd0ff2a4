import { NotFoundError } from '../errors/runner-error.js';

/** The id of a request, or its first 8 or more characters. @throws NotFoundError, without repeating it, for anything else. */
export function checkRequestId(text: string): string {
  if (/^[0-9a-f][0-9a-f-]{7,35}$/.test(text)) return text;
  throw noSuchRequest();
}

export function noSuchRequest(): NotFoundError {
  return new NotFoundError(
    'There is no request with this id, or with these first 8 or more characters of it. dsr request list shows those there are.',
  );
}
