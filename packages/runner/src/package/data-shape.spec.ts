import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '@privacy-connectors/core';
import { schemaErrors } from '../../test/package/support/json-schema.js';
import { DataShape } from './data-shape.js';

function schemaOf(...values: readonly Json[]): object {
  const shape = new DataShape();
  for (const value of values) shape.note(value);
  return shape.schema();
}

describe('the schema of data', () => {
  it('admits everything that was noted', () => {
    const values = fc.array(fc.jsonValue({ maxDepth: 6 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(values, (given) => {
        const schema = schemaOf(...(given as Json[]));
        for (const value of given) expect(schemaErrors(schema, value)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('tells types, nested records and what is always there', () => {
    expect(
      schemaOf({ id: 1, name: 'a', tags: ['x'] }, { id: 2.5, name: null, place: { city: 'Lyon' } }),
    ).toEqual({
      type: 'object',
      properties: {
        id: { type: 'number' },
        name: { type: ['null', 'string'] },
        tags: { type: 'array', items: { type: 'string' } },
        place: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
      },
      required: ['id', 'name'],
    });
  });

  it('does not admit what was never seen', () => {
    expect(schemaErrors(schemaOf({ id: 1 }), { id: 'one' })).not.toBeNull();
    expect(schemaErrors(schemaOf({ id: 1 }), {})).not.toBeNull();
  });

  it('stays small for objects whose keys are data', () => {
    const shape = new DataShape();
    for (const number of Array(5_000).keys()) shape.note({ [`key-${String(number)}`]: number });
    expect(shape.schema()).toEqual({ type: 'object' });
  });
});
