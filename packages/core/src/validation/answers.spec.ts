import { describe, expect, it } from '@jest/globals';
import { VendorContractError } from '../errors/index.js';
import { answerValidator, type AnswerValidator } from './answers.js';
import type { OpenApiDocument } from './openapi-document.js';

const document: OpenApiDocument = {
  paths: {
    '/contacts/{id}': {
      get: {
        operationId: 'getContact',
        responses: {
          '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Contact' } } } },
          '204': {},
          '4XX': { $ref: '#/components/responses/Problem' },
        },
      },
    },
  },
  components: {
    schemas: {
      Contact: {
        type: 'object',
        required: ['id', 'attributes'],
        properties: {
          id: { type: 'integer', format: 'int64' },
          attributes: { type: 'object', additionalProperties: { $ref: '#/components/schemas/Text' } },
        },
      },
      Text: { type: ['string', 'null'], 'x-source': 'test' },
    },
    responses: {
      Problem: { content: { 'application/json': { schema: { type: 'object', required: ['error'] } } } },
    },
  },
};

const validate: AnswerValidator['validate'] = (operationId, status, body) => {
  answerValidator(document).validate(operationId, status, body);
};

describe('a description of JSON under another media type', () => {
  const described = (type: string): OpenApiDocument => ({
    paths: {
      '/a': { get: { operationId: 'get', responses: { '200': { content: { [type]: { schema: false } } } } } },
    },
    components: { schemas: {} },
  });
  const validating = (type: string) => () => {
    answerValidator(described(type)).validate('get', 200, {});
  };

  it.each(['application/vnd.api+json', 'application/problem+json', 'application/json; charset=utf-8'])(
    'counts: %s',
    (type) => {
      expect(validating(type)).toThrow(VendorContractError);
    },
  );

  it.each(['text/html', 'application/jsonlines', 'application/octet-stream'])('is none: %s', (type) => {
    expect(validating(type)).not.toThrow();
  });
});

describe('answerValidator', () => {
  it('accepts what fits, unknown fields included', () => {
    expect(() => {
      validate('getContact', 200, { id: 7, attributes: { name: null }, extra: true });
    }).not.toThrow();
    expect(() => {
      validate('getContact', 204, undefined);
    }).not.toThrow();
    expect(() => {
      validate('getContact', 404, { error: 1 });
    }).not.toThrow();
  });

  it.each([
    [200, { id: '7', attributes: {} }, '/id (type)'],
    [200, { attributes: {} }, 'the top (required)'],
    [200, { id: 7, attributes: { name: 5 } }, '/attributes/name (type)'],
    [200, { id: 7, attributes: { 'ann@example.com': 5 } }, '/attributes/* (type)'],
    [200, undefined, 'without a body'],
    [404, {}, 'the top (required)'],
    [500, {}, 'does not know getContact to answer 500'],
  ])('refuses an answer %d of %j, naming the place', (status, body, message) => {
    const refused = () => {
      validate('getContact', status, body);
    };
    expect(refused).toThrow(VendorContractError);
    expect(refused).toThrow(message);
  });

  it('refuses an operation it does not know', () => {
    expect(() => {
      validate('other', 200, {});
    }).toThrow(VendorContractError);
  });
});
