/** A text or number in a JSON document, or the name of a member, and its JSON pointer. */
export interface Leaf {
  readonly pointer: string;
  readonly text: string;
}

/** Everything in a JSON document that can hold a value. */
export function leavesOf(value: unknown, pointer = ''): readonly Leaf[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ pointer, text: String(value) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner], index) => {
    // A name can be what must not be told.
    const place = `${pointer}/${/^[\w-]{1,40}$/.test(name) ? name : index}`;
    const names = Array.isArray(value) ? [] : [{ pointer: place, text: name }];
    return [...names, ...leavesOf(inner, place)];
  });
}
