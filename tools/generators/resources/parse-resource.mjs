import { ensure, Refusal } from '../text/refusal.mjs';
import { isReserved } from '../text/reserved.mjs';

const LOOKUPS = ['locate', 'scan', 'parent'];
const ERASURES = ['none', 'immediate', 'deferred', 'with_parent'];
const NAME = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
const BINARY = 'binary';
/** Names of folders and steps that every connector has. */
const TAKEN = [
  'check',
  'client',
  'connection',
  'connector',
  'deletion',
  'generated',
  'manifest',
  'settings',
  'simulator',
  'subject',
  'unwritten',
];

/**
 * Reads `name:lookup[:erasure][:parent][:binary]`, e.g. `messages:parent:with_parent:conversations`. The parent of what is
 * not located is the last of `earlier`, the resources declared before, unless one of them is named.
 * @throws Refusal for anything else, with what could be said instead.
 */
export function parseResource(text, earlier) {
  const [name, lookup, ...rest] = text.split(':');
  ensureName(name, earlier);
  ensure(
    LOOKUPS.includes(lookup),
    `${name} has the lookup "${lookup ?? ''}": write ${name}:<lookup> with one of ${LOOKUPS.join(', ')}.`,
  );
  const words = rest.reduce((known, word) => withMeaning(known, meaningOf(name, word, earlier), text), {});
  const resource = { name, lookup, erasure: 'none', binary: false, ...parentOf(lookup, earlier), ...words };
  ensureParent(resource);
  return resource;
}

/** Reads several, each with those before it as possible parents. */
export function parseResources(texts) {
  return texts.reduce((known, text) => {
    const earlier = known.map(({ name }) => name);
    return [...known, parseResource(text, earlier)];
  }, []);
}

function ensureName(name, earlier) {
  ensure(
    NAME.test(name) && ![...ERASURES, BINARY].includes(name),
    `"${name}" cannot name a resource: use lower-case words joined by underscores, such as push_tokens.`,
  );
  ensure(!isReserved(name), `"${name}" is a word of TypeScript: choose another name for the resource.`);
  ensure(!TAKEN.includes(name), `"${name}" is the name of another part of a connector: choose another one.`);
  ensure(!earlier.includes(name), `There already is a resource ${name}.`);
}

function withMeaning(known, meaning, text) {
  const contradicted = Object.keys(meaning).filter((word) => word in known);
  ensure(contradicted.length === 0, `${text} says twice what its ${contradicted.join()} is: say it once.`);
  return { ...known, ...meaning };
}

function meaningOf(name, word, earlier) {
  if (ERASURES.includes(word)) return { erasure: word };
  if (word === BINARY) return { binary: true };
  if (earlier.includes(word)) return { parent: word };
  throw new Refusal(
    `"${word}" of ${name} is neither an erasure mode (${ERASURES.join(', ')}), nor "${BINARY}", nor a resource declared before it.`,
  );
}

function parentOf(lookup, earlier) {
  const parent = earlier.at(-1);
  return lookup === 'locate' || parent === undefined ? {} : { parent };
}

function ensureParent({ name, lookup, erasure, parent }) {
  if (parent !== undefined) return;
  ensure(
    lookup === 'locate',
    `${name} has the lookup ${lookup} and no parent: declare the resource that its things belong to before it.`,
  );
  ensure(
    erasure !== 'with_parent',
    `${name} is erased with its parent and has none: name the parent, as in ${name}:${lookup}:with_parent:<parent>.`,
  );
}
