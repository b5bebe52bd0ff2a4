import { membersOf, type Members } from './members.js';

const longestChain = 32;

/**
 * What a value stands for, once every `$ref` to a place in the same document is followed.
 * @throws Error for a reference that leads nowhere, in a circle, or out of the document.
 */
export function dereference(document: Members, value: unknown): unknown {
  let found = value;
  for (let hops = 0; hops < longestChain; hops += 1) {
    const reference = membersOf(found)['$ref'];
    if (typeof reference !== 'string') return found;
    found = targetOf(document, reference);
  }
  throw new Error('The API description has a reference that leads in a circle.');
}

function targetOf(document: Members, reference: string): unknown {
  const names = reference.startsWith('#/') ? reference.slice(2).split('/').map(unescaped) : [];
  const target = names.reduce<unknown>((place, name) => membersOf(place)[name], document);
  if (names.length > 0 && target !== undefined) return target;
  throw new Error(`The API description has a reference that leads nowhere: ${reference}.`);
}

/** A name in a JSON pointer (RFC 6901) that is part of a URL. */
function unescaped(name: string): string {
  return decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
}
