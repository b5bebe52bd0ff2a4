import { InputError } from '../errors/runner-error.js';

/** A place in a review: positions of connection and resource within the package, and the number of a record. */
export interface ReviewPlace {
  readonly section: number;
  readonly resource: number;
  readonly record: number;
}

export const reviewStart: ReviewPlace = { section: 0, resource: 0, record: 0 };

const parts = /^(\d{1,6})\.(\d{1,6})\.(\d{1,15})$/;

/** A place as callers hold it, free of personal values. */
export function reviewCursor({ section, resource, record }: ReviewPlace): string {
  return `${String(section)}.${String(resource)}.${String(record)}`;
}

/** @throws InputError when `cursor` was not made by {@link reviewCursor}. */
export function reviewPlace(cursor: string): ReviewPlace {
  const [whole, section, resource, record] = parts.exec(cursor) ?? [];
  if (whole === undefined)
    throw new InputError('The cursor is not one that a page gave as "next". Leave it out to begin anew.');
  return { section: Number(section), resource: Number(resource), record: Number(record) };
}
