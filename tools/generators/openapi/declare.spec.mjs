import { describe, expect, it } from '@jest/globals';
import { declare } from './declare.mjs';

const components = {
  securitySchemes: { oauth: { type: 'oauth2' }, key: { type: 'apiKey' } },
};

function declaredAs(method, operation, more = {}) {
  const paths = { '/kites': { parameters: [], [method]: { operationId: 'kites', ...operation } } };
  return declare({ paths, components, ...more }, 'slow').paths['/kites'][method];
}

describe('an operation that says nothing of itself', () => {
  it.each([
    ['get', ['access'], undefined],
    ['put', ['deletion'], undefined],
    ['delete', ['deletion'], undefined],
    ['post', ['deletion'], false],
    ['patch', ['deletion'], false],
  ])('is declared as %s by what HTTP says', (method, usedFor, idempotent) => {
    const operation = declaredAs(method, {});
    expect(operation).toMatchObject({ summary: 'kites.', 'x-used-for': usedFor, 'x-rate-limit': 'slow' });
    expect(operation['x-idempotent']).toBe(idempotent);
  });

  it('is declared with its first words', () => {
    expect(declaredAs('get', { summary: '', description: 'Find kites.\nAll.' }).summary).toBe('Find kites.');
    expect(declaredAs('get', { summary: 'Find kites' }).summary).toBe('Find kites.');
  });

  it('needs the scopes of its security, or of that of all', () => {
    const security = [{ oauth: ['read'] }, { oauth: ['read', 'all'], key: ['none'] }];
    expect(declaredAs('get', {}, { security })['x-scopes']).toEqual(['read', 'all']);
    expect(declaredAs('get', { security: [] }, { security })['x-scopes']).toEqual([]);
  });
});

describe('an operation that says what it is', () => {
  it('is left as it is', () => {
    const said = {
      'x-used-for': ['connection'],
      'x-scopes': ['admin'],
      'x-idempotent': true,
      'x-rate-limit': 'fast',
    };
    expect(declaredAs('post', said)).toMatchObject(said);
  });
});
