import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Box } from '../vault/box.js';
import { sealedSerializer } from './sealed-serializer.js';

const serializer = sealedSerializer(new Box({ scope: 'installation', id: 'one' }, randomBytes(32)));
const canary = 'grace.hopper@example.com';

/** What the engine would write. */
async function written(value: unknown): Promise<string> {
  const text = await serializer.stringify(value);
  expect(Buffer.from(text, 'base64').toString('base64')).toBe(text);
  return text;
}

describe('what the engine writes', () => {
  it('is sealed, and opens again', async () => {
    const text = await written({ argument: canary });
    expect(`${text} ${Buffer.from(text, 'base64').toString('latin1')}`).not.toContain('grace');
    expect(await serializer.parse(text)).toEqual({ argument: canary });
  });

  it('keeps of an error its name alone, whose message and cause may quote a value', async () => {
    const text = await written(new TypeError(canary, { cause: canary }));
    expect(await serializer.parse(text)).toEqual({ name: 'TypeError' });
  });

  it('stands for nothing where there is none', async () => {
    expect(await serializer.parse(await written(undefined))).toBeNull();
    expect(await serializer.parse(null)).toBeNull();
  });
});
