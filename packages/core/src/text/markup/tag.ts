import { type Attributes, attributesAt } from './attributes.js';

const beginning = /<(\/?)([a-z][a-z0-9:_-]*)(?=[\s/>])/iy;

/** The beginning or the end of an element. */
export interface Tag extends Attributes {
  /** In lower case. */
  readonly name: string;
  readonly closes: boolean;
}

/** The tag that begins at `at`, of whatever name; undefined when none does, or when it does not end before the next one. */
export function tagAt(html: string, at: number): Tag | undefined {
  beginning.lastIndex = at;
  const found = beginning.exec(html);
  if (found === null) return undefined;
  const [whole, slash, name = ''] = found;
  const attributes = attributesAt(html, at + whole.length);
  return attributes && { name: name.toLowerCase(), closes: slash === '/', ...attributes };
}
