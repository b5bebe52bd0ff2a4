import { describe, expect, it } from '@jest/globals';
import { manifestOperations } from './manifest-operations.mjs';

const declared = {
  operationId: 'findBirds',
  summary: 'Find the birds of an owner.',
  'x-used-for': ['access', 'deletion'],
  'x-scopes': ['birds:read'],
  'x-rate-limit': 'reading',
  responses: { 200: { content: { 'application/json': {} } } },
};

/** The operations of a description with this call in it. */
function operationsOf(operation, method = 'get') {
  const components = { responses: { Song: { content: { 'audio/ogg': {} } } } };
  return manifestOperations({ paths: { '/birds': { [method]: operation } }, components });
}

function without(field) {
  return Object.fromEntries(Object.entries(declared).filter(([name]) => name !== field));
}

describe('the operations of a manifest', () => {
  it('are those of the description', () => {
    expect(operationsOf(declared)).toEqual({
      findBirds: {
        method: 'GET',
        path: '/birds',
        purpose: 'Find the birds of an owner.',
        usedFor: ['access', 'deletion'],
        scopes: ['birds:read'],
        idempotent: true,
        rateLimit: 'reading',
      },
    });
  });

  it('are without those that the connector never calls, which need nothing else', () => {
    expect(operationsOf({ operationId: 'sellBird', 'x-used-for': [], responses: {} }, 'post')).toEqual({});
  });

  it('name the limit classes that count for some queries, in order', () => {
    const when = [
      { query: 'include', contains: 'songs', class: 'slow' },
      { query: 'include', class: 'medium' },
    ];
    const { findBirds } = operationsOf({ ...declared, 'x-rate-limit': { class: 'fast', when } });
    expect(findBirds).toMatchObject({
      rateLimit: 'fast',
      rateLimitWhen: [
        { query: 'include', contains: 'songs', rateLimit: 'slow' },
        { query: 'include', rateLimit: 'medium' },
      ],
    });
  });

  it.each([
    ['get', undefined, true],
    ['put', undefined, true],
    ['delete', undefined, true],
    ['get', false, false],
    ['post', true, true],
    ['patch', false, false],
  ])('say whether %s with x-idempotent %s may be repeated', (method, idempotent, expected) => {
    const { findBirds } = operationsOf({ ...declared, 'x-idempotent': idempotent }, method);
    expect(findBirds.idempotent).toBe(expected);
  });

  it.each([
    [{ 'application/json': {} }, undefined],
    [{ 'application/vnd.api+json': {} }, undefined],
    [{ 'application/json; charset=utf-8': {} }, undefined],
    [{ 'image/png': {}, 'application/json': {} }, undefined],
    [{ 'application/octet-stream': {} }, true],
    [{ 'text/csv': {} }, true],
    [undefined, undefined],
  ])('are binary when the successful answer is %j: %s', (content, binary) => {
    const { findBirds } = operationsOf({
      ...declared,
      responses: { 200: { content }, 400: { content: { 'text/html': {} } } },
    });
    expect(findBirds.binary).toBe(binary);
  });

  it('follow a reference to a shared answer', () => {
    const responses = { 200: { $ref: '#/components/responses/Song' } };
    expect(operationsOf({ ...declared, responses }).findBirds.binary).toBe(true);
  });
});

describe('a call that is not declared in full', () => {
  it.each(['summary', 'x-used-for', 'x-scopes', 'x-rate-limit'])('is refused without %s', (field) => {
    expect(() => operationsOf(without(field))).toThrow(`findBirds (GET /birds) needs ${field}:`);
  });

  it('is refused as POST or PATCH until it says whether it may be repeated', () => {
    expect(() => operationsOf(declared, 'post')).toThrow('findBirds (POST /birds) needs x-idempotent:');
    expect(() => operationsOf(declared, 'patch')).toThrow('x-idempotent');
  });

  it.each([
    ['x-used-for', 'access'],
    ['x-used-for', ['reading']],
    ['x-scopes', 'birds:read'],
    ['x-scopes', { read: true }],
    ['x-scopes', [1]],
    ['x-idempotent', 'yes'],
    ['x-rate-limit', ''],
    ['x-rate-limit', { class: 'fast' }],
    ['x-rate-limit', { class: 'fast', when: [{ query: 'include' }] }],
    ['x-rate-limit', { class: 'fast', when: [{ query: 'include', contains: 3, class: 'slow' }] }],
    ['summary', ' '],
  ])('is refused when %s is %j', (field, value) => {
    expect(() => operationsOf({ ...declared, [field]: value }, 'post')).toThrow(`needs ${field}:`);
  });

  it('is refused without a name, by its route', () => {
    expect(() => operationsOf(without('operationId'))).toThrow('GET /birds has no operationId');
  });

  it('is told with all others at once', () => {
    const paths = {
      '/birds': { get: without('summary') },
      '/nests': { get: { ...without('x-scopes'), operationId: 'a' } },
    };
    expect(() => manifestOperations({ paths })).toThrow(/findBirds .*needs summary.*\na .*needs x-scopes/);
  });
});
