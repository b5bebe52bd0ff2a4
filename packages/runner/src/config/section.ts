import { plainToInstance, Transform } from 'class-transformer';
import { IsObject, ValidateNested, type ValidationOptions } from 'class-validator';

/** A field that holds an object of a class of its own; `message` starts with the field's name. */
export function Section(type: new () => object, message: string): PropertyDecorator {
  return all([IsObject({ message }), ValidateNested({ message }), nested(type)]);
}

/** A field that holds a list of such objects. */
export function Sections(type: new () => object, message: string): PropertyDecorator {
  const options: ValidationOptions = { each: true, message };
  return all([IsObject(options), ValidateNested(options), nested(type)]);
}

function nested(type: new () => object): PropertyDecorator {
  return Transform(({ value }: { readonly value: unknown }) => read(type, value));
}

/** What is no object stays as it is, to be refused. */
function read(type: new () => object, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => readOne(type, item));
  return readOne(type, value);
}

function readOne(type: new () => object, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? plainToInstance(type, value, { exposeDefaultValues: true }) : value;
}

function all(decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
