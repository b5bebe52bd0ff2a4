import { describe, expect, it } from '@jest/globals';
import { StoredValueError } from '../errors/index.js';
import { objectCodec } from './object-codec.js';

type Ref = { readonly id: string; readonly page: number; readonly tags: readonly string[] };

const codec = objectCodec<Ref>('reference', {
  id: 'string',
  page: 'integer',
  tags: { type: 'array', items: { type: 'string' } },
});
const ref = { id: 'a', page: 1, tags: ['x'] };

describe('objectCodec', () => {
  it('reads back what fits, and more that a newer version wrote', () => {
    expect(codec.parse(ref)).toEqual(ref);
    expect(codec.parse({ ...ref, added: true })).toEqual({ ...ref, added: true });
  });

  it.each([
    [{ ...ref, id: 5 }],
    [{ ...ref, page: 1.5 }],
    [{ ...ref, tags: [1] }],
    [{ id: 'a', page: 1 }],
    ['a'],
    [null],
  ])('refuses %j', (value) => {
    expect(() => codec.parse(value)).toThrow(StoredValueError);
  });
});
