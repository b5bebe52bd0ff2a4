import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { Sensitive } from './sensitive.js';

describe('Sensitive', () => {
  const secret = new Sensitive('s3cret-value');

  it('gives the value to whoever asks for it by name', () => {
    expect(secret.reveal()).toBe('s3cret-value');
  });

  it('hides it from every accidental way out', () => {
    const text = secret as unknown as string;
    const ways = [
      `value: ${text}`,
      String(secret),
      JSON.stringify({ secret }),
      inspect({ nested: { secret } }, { depth: 9, showHidden: true }),
      JSON.stringify(Object.entries(secret)),
      new Error(`token ${text}`).message,
      JSON.stringify(Object.assign({}, secret)),
    ];
    for (const way of ways) expect(way).not.toContain('s3cret-value');
  });

  it('leaves a mark in its place', () => {
    const text = secret as unknown as string;
    expect(`value: ${text}`).toBe('value: [sensitive]');
    expect([String(secret), secret.toString(), inspect(secret)]).toEqual(Array(3).fill('[sensitive]'));
    expect(JSON.stringify({ secret })).toBe('{"secret":"[sensitive]"}');
  });

  it('refuses to be cloned, so that it cannot cross to another thread or a store', () => {
    expect(JSON.stringify(structuredClone(secret))).not.toContain('s3cret-value');
  });
});
