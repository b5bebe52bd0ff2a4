import { InputError } from '../errors/runner-error.js';

/** At most a time in milliseconds that databases and JavaScript know. */
const parts = /^(\d{1,15})(?:_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?$/;

/** A place in a list that is ordered by a number and, where given, an id. */
export interface Place {
  readonly number: number;
  readonly id?: string;
}

/** A place as callers hold it: opaque, and free of personal values. */
export function cursorOf({ number, id }: Place): string {
  return Buffer.from(id === undefined ? String(number) : `${number}_${id}`, 'utf8').toString('base64url');
}

/** @throws InputError when `cursor` was not made by {@link cursorOf}. */
export function placeOf(cursor: string): Place {
  const [, number, id] = parts.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  const place = { number: Number(number), ...(id === undefined ? {} : { id }) };
  if (number === undefined || cursorOf(place) !== cursor) {
    throw new InputError('The cursor is not one that a page gave as "next". Leave it out to begin anew.');
  }
  return place;
}
