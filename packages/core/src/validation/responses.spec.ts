import { describe, expect, it } from '@jest/globals';
import { VendorContractError } from '../errors/index.js';
import { answerValidator } from './answers.js';
import type { OpenApiDocument, OpenApiResponse } from './openapi-document.js';
import type { JsonSchema } from './schema.js';

const json = (schema: JsonSchema): OpenApiResponse => ({ content: { 'application/json': { schema } } });

type Responses = { readonly [status: string]: OpenApiResponse };

function documentOf(
  responses: Responses,
  components: OpenApiDocument['components'] = { schemas: {} },
): OpenApiDocument {
  const parameters = [{ name: 'id' }] as never;
  return { paths: { '/things': { parameters, get: { operationId: 'getThings', responses } } }, components };
}

/** Validates with a description that is read anew each time. */
function described(...parts: Parameters<typeof documentOf>) {
  return (status: number, body: unknown) => {
    answerValidator(documentOf(...parts)).validate('getThings', status, body);
  };
}

describe('the response that an answer is compared with', () => {
  const validate = described({
    '200': json({ const: 'exact' }),
    '2XX': json({ const: 'class' }),
    default: json({ const: 'default' }),
  });

  it.each([
    [200, 'exact'],
    [201, 'class'],
    [404, 'default'],
  ])('to %d is the %s one', (status, name) => {
    for (const other of ['exact', 'class', 'default']) {
      const compare = () => {
        validate(status, other);
      };
      if (other === name) expect(compare).not.toThrow();
      else expect(compare).toThrow(VendorContractError);
    }
  });

  it('may be unknown', () => {
    const unknown = described({ '200': { $ref: '#/components/responses/Missing' } });
    const message = 'The API description does not know getThings to answer 200.';
    expect(() => {
      unknown(200, {});
    }).toThrow(message);
    expect(() => {
      described({}, { schemas: {}, responses: {} })(200, {});
    }).toThrow(message);
  });

  it('is that of its status, also when several are in use', () => {
    const { validate } = answerValidator(
      documentOf({ '200': json({ const: 'fine' }), '404': json({ const: 'missing' }) }),
    );
    validate('getThings', 200, 'fine');
    validate('getThings', 404, 'missing');
    expect(() => {
      validate('getThings', 200, 'missing');
    }).toThrow(VendorContractError);
  });

  it('may not be missing, even where any JSON would do', () => {
    expect(() => {
      described({ '200': json({}) })(200, undefined);
    }).toThrow('The vendor answered getThings without a body.');
  });

  it('may promise another media type, or none', () => {
    const content = {
      'text/csv': {},
      'x-application/json': { schema: false },
      'application/jsonl': { schema: false },
    };
    const other = described({ '200': { content }, '204': {} });
    other(200, 'a,b');
    other(204, undefined);
    expect(() => {
      other(201, undefined);
    }).toThrow(VendorContractError);
  });
});

describe('an answer that does not fit', () => {
  const validate = described({
    '200': json({ type: 'object', additionalProperties: { items: { type: 'number' } } }),
  });

  it.each([
    [{ data: [1, 'x'] }, 'at /data/1 (type)'],
    [{ _under_score: ['x'] }, 'at /_under_score/0 (type)'],
    [{ 'kebab-case': ['x'] }, 'at /kebab-case/0 (type)'],
    [{ ['a'.repeat(41)]: ['x'] }, `at /${'a'.repeat(41)}/0 (type)`],
    [{ ['a'.repeat(42)]: ['x'] }, 'at /*/0 (type)'],
    [{ '12345': ['x'] }, 'at /12345/0 (type)'],
    [{ '4915112345': ['x'] }, 'at /*/0 (type)'],
    [{ 'ann lee': ['x'] }, 'at /*/0 (type)'],
    [{ ann5: ['x'] }, 'at /*/0 (type)'],
    [{ '5ann': ['x'] }, 'at /*/0 (type)'],
    ['text', 'at the top (type)'],
  ])('is told by its place, without keys that could be values: %j', (body, place) => {
    expect(() => {
      validate(200, body);
    }).toThrow(`The vendor's answer to getThings does not fit the API description ${place}.`);
  });

  it('is told by operation and status', () => {
    for (const [status, body] of [
      [200, 5],
      [200, undefined],
      [404, {}],
    ] as const) {
      let error: unknown;
      try {
        validate(status, body);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toMatchObject({ code: 'vendor_contract', place: { operation: 'getThings', status } });
    }
  });
});

describe('a schema', () => {
  it('is compiled when it is first needed, and once', () => {
    let read = 0;
    const content = {
      get 'application/json'() {
        read += 1;
        return { schema: { type: 'string' } };
      },
    };
    const { validate } = answerValidator(documentOf({ '200': { content } }));
    expect(read).toBe(0);
    validate('getThings', 200, 'one');
    validate('getThings', 200, 'two');
    expect(read).toBe(1);
  });

  it('may have formats and keywords of the vendor: they say nothing about an answer', () => {
    const validate = described({
      '200': json({ format: 'email', type: 'string', 'x-vendor': 1 }),
    });
    expect(() => {
      validate(200, 'no address');
    }).not.toThrow();
  });
});
