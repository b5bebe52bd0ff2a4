import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tokens } from '../src/composition/tokens.js';
import { TestServices } from './support/services.js';

describe('the composition root', () => {
  let services: TestServices;

  beforeAll(async () => {
    services = await TestServices.start();
  });

  afterAll(() => services.close());

  it('can make everything it names, once each', () => {
    const { container } = services;
    for (const token of Object.values(tokens)) {
      expect(container.get<unknown>(token)).toBe(container.get<unknown>(token));
    }
  });
});
