import { targetConstructorToSchema } from 'class-validator-jsonschema';
import type { InputClass } from '../inputs/check-input.js';
import type { Schema } from '../schemas/schema.js';

/** The JSON Schema of an input class, from the decorators that check it and the initialisers that are its defaults. */
export function inputSchema(type: InputClass<object>): Schema {
  const { properties = {}, required = [] } = targetConstructorToSchema(type);
  const defaults = new Map<string, unknown>(Object.entries(new type()));
  const described = Object.entries(properties).map(([name, property]) => {
    const standard = defaults.get(name);
    return [name, standard === undefined ? property : { ...property, default: standard }];
  });
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(described),
  };
}
