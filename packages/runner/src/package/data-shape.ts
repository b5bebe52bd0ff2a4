import type { Json } from '@privacy-connectors/core';

const deepest = 12;
/** Names of one object kind; beyond, it is a map whose keys are data rather than a record. */
const mostNames = 200;

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * The shape that values turn out to have, learnt while they stream past. Its schema admits every value that was noted, in
 * memory that grows with the shape and not with the values.
 */
export class DataShape {
  readonly #depth: number;
  readonly #types = new Set<string>();
  readonly #names = new Map<string, { readonly shape: DataShape; count: number }>();
  #objects = 0;
  #items: DataShape | undefined;
  #isMap = false;

  constructor(depth = 0) {
    this.#depth = depth;
  }

  note(value: Json): void {
    this.#types.add(typeOf(value));
    if (this.#depth >= deepest || value === null || typeof value !== 'object') return;
    if (isList(value)) this.#noteItems(value);
    else this.#noteNames(value);
  }

  schema(): JsonSchema {
    const types = [...this.#types].filter((type) => type !== 'integer' || !this.#types.has('number')).sort();
    if (types.length === 0) return {};
    return {
      type: types.length === 1 ? types[0] : types,
      ...(this.#items && { items: this.#items.schema() }),
      ...this.#namesSchema(),
    };
  }

  #noteItems(items: readonly Json[]): void {
    this.#items ??= new DataShape(this.#depth + 1);
    for (const item of items) this.#items.note(item);
  }

  #noteNames(value: { readonly [name: string]: Json }): void {
    this.#objects += 1;
    for (const [name, inner] of this.#isMap ? [] : Object.entries(value)) this.#noteName(name, inner);
    if (this.#names.size <= mostNames) return;
    this.#isMap = true;
    this.#names.clear();
  }

  #noteName(name: string, value: Json): void {
    const known = this.#names.get(name) ?? { shape: new DataShape(this.#depth + 1), count: 0 };
    known.shape.note(value);
    known.count += 1;
    this.#names.set(name, known);
  }

  #namesSchema(): JsonSchema {
    if (this.#names.size === 0) return {};
    const names = [...this.#names];
    const required = names.filter(([, { count }]) => count === this.#objects).map(([name]) => name);
    return {
      properties: Object.fromEntries(names.map(([name, { shape }]) => [name, shape.schema()])),
      ...(required.length > 0 && { required }),
    };
  }
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (isList(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
