import { describe, expect, it } from '@jest/globals';
import { DatabaseError, MisuseError } from '../../errors/runner-error.js';
import { problemOf } from './problem-of.js';

describe('a failure of the database', () => {
  it.each([
    ['which may pass, asks for patience', new DatabaseError('The database is starting up.'), 503],
    ['which is a mistake of this program, does not', new MisuseError('This transaction has ended.'), 500],
  ])('%s', (_, error, status) => {
    expect(problemOf(error)).toMatchObject({ status });
  });
});
