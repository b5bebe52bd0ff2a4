import { describe, expect, it } from '@jest/globals';
import { filterWith } from './filter-expression.js';

const replaced = (text: string) => filterWith(text, (value) => value.toUpperCase());

describe('a filter in a query parameter', () => {
  it.each([
    ['equals(email,"ada@post.example")', 'equals(email,"ADA@POST.EXAMPLE")'],
    ['any(profile.email,["a","b"])', 'any(profile.email,["A","B"])'],
    ['equals(name,"say \\"hi\\""),equals(id,"x")', 'equals(name,"SAY \\"HI\\""),equals(id,"X")'],
  ])('keeps its form: %s', (text, expected) => {
    expect(replaced(text)).toBe(expected);
  });

  it.each([
    'ada@post.example',
    'equals(name,ada)',
    'equals("ada",email)',
    'Ada "the countess" Lovelace',
    'a(b,"c") ada',
  ])('is not taken for one: %s', (text) => {
    expect(replaced(text)).toBeUndefined();
  });
});
