import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { pickOperations } from './operations.mjs';
import { readDescription } from './read-description.mjs';
import { trim } from './trim.mjs';

const file = fileURLToPath(new URL('../testing/samples/kites.yaml', import.meta.url));
const whole = readDescription(file);

describe('a trimmed OpenAPI description', () => {
  const trimmed = trim(whole, ['findFlyers', 'deleteFlyer']);

  it('has the named operations and what they mention, at any depth', () => {
    expect(Object.entries(trimmed.paths).map(([path, item]) => [path, ...Object.keys(item)])).toEqual([
      ['/flyers', 'get'],
      ['/flyers/{flyerId}', 'parameters', 'delete'],
    ]);
    expect(Object.keys(trimmed.components.schemas)).toEqual(['Flyer', 'Kite']);
    expect(Object.keys(trimmed.components.parameters)).toEqual(['Email']);
    expect(Object.keys(trimmed.components.securitySchemes)).toEqual(['oauth']);
    expect(trimmed).not.toHaveProperty('tags');
  });

  it('says in the words of 3.1 what was said in those of 3.0', () => {
    expect(trimmed.openapi).toBe('3.1.0');
    expect(trimmed.components.schemas.Flyer.properties).toMatchObject({
      nickname: { type: ['string', 'null'] },
      age: { type: 'integer', exclusiveMinimum: 0 },
    });
    expect(JSON.stringify(trimmed)).not.toMatch(/nullable|"minimum"/);
  });

  it('has all operations when none is named', () => {
    const names = pickOperations(trim(whole, []), []).map(({ operation }) => operation.operationId);
    expect(names).toEqual(['findFlyers', 'createFlyer', 'deleteFlyer', 'downloadPhoto', 'listWinds']);
  });

  it('keeps null among the values, and null beside a reference', () => {
    const schema = { enum: ['a'], type: 'string', nullable: true };
    const reference = { allOf: [{ $ref: '#/components/schemas/Kite' }], nullable: true };
    const schemas = {
      ...whole.components.schemas,
      Flyer: { properties: { schema, reference, nullable: schema } },
    };
    const { Flyer } = trim({ ...whole, components: { ...whole.components, schemas } }, ['findFlyers'])
      .components.schemas;
    const converted = { enum: ['a', null], type: ['string', 'null'] };
    expect(Flyer.properties).toEqual({
      schema: converted,
      reference: { anyOf: [{ allOf: [{ $ref: '#/components/schemas/Kite' }] }, { type: 'null' }] },
      nullable: converted,
    });
  });

  it('is refused for an operation that is not there, with those that are', () => {
    expect(() => trim(whole, ['findFlyers', 'fly'])).toThrow(
      'The OpenAPI file has no operation fly. It has: findFlyers, createFlyer, deleteFlyer, downloadPhoto, listWinds.',
    );
  });

  it('is refused for operations without a name', () => {
    const description = { ...whole, paths: { '/kites': { get: { responses: {} } } } };
    expect(() => trim(description, [])).toThrow('GET /kites');
  });

  it('is refused for a reference that leads nowhere', () => {
    const description = { ...whole, components: {} };
    expect(() => trim(description, ['listWinds'])).toThrow('refers to #/components/schemas/Wind');
  });
});
