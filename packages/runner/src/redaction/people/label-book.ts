import type { Identifier, Person } from '@privacy-connectors/core';
import { foldedWord } from '../text/fold-text.js';
import { handleKeys } from './identity.js';

const words = { agent: 'Agent', bot: 'Bot', other_person: 'Person', subject: 'Person' } as const;

/** Names and addresses that are remembered beyond a thread, by label and by handle; nobody has more, but a number may join many. */
const mostKnown = 100;

interface NamedLabel {
  readonly label: string;
  /** Whether somebody with an identifier has the name. */
  readonly isTaken: boolean;
}

/** By what somebody is known in all of a package: spellings of the name, e-mail addresses and phone numbers. */
export type KnownAs = Pick<Person, 'names' | 'identifiers'>;

const nothing: KnownAs = { names: [], identifiers: [] };

/**
 * Gives everybody one label, the same within a package, in the order in which they come: "Agent 1", "Person 2". People are the
 * same when they share an e-mail address, a phone number or an id at the same connection; by name only while one has nothing else.
 */
export class LabelBook {
  readonly #handles = new Map<string, string>();
  readonly #names = new Map<string, NamedLabel>();
  readonly #numbers = new Map<string, number>();
  /** By labels, and by the handles that nobody shares. */
  readonly #known = new Map<string, KnownAs>();

  /** `connection` tells ids of vendors apart. */
  labelOf(person: Person, connection: string): string {
    const handles = handleKeys(person, connection);
    const names = person.names.map((name) => `${person.kind}:${foldedWord(name.trim())}`);
    const label =
      handles.map((key) => this.#handles.get(key)).find((known) => known !== undefined) ??
      this.#byName(names, handles.length > 0) ??
      this.#next(words[person.kind]);
    for (const key of handles) if (!this.#handles.has(key)) this.#handles.set(key, label);
    for (const key of names) this.#remember(key, label, handles.length > 0);
    for (const key of [label, ...ownKeys(person, connection)]) this.#note(key, person);
    return label;
  }

  /** Whoever has a label may be known by id alone in one thread, and by name in another. */
  knownAs(label: string): KnownAs {
    return this.#known.get(label) ?? nothing;
  }

  /** The same of one of many who share a label, such as by a switchboard's number. */
  knownByHandles(person: Person, connection: string): KnownAs {
    const known = ownKeys(person, connection).map((key) => this.knownAs(key));
    return {
      names: known.flatMap(({ names }) => names),
      identifiers: known.flatMap(({ identifiers }) => identifiers),
    };
  }

  /** Ids are left out: they are a connection's own, and the person is described with them where they count. */
  #note(key: string, { names, identifiers }: Person): void {
    const known = this.knownAs(key);
    const others = identifiers.filter(({ kind }) => kind === 'email' || kind === 'phone');
    const newNames = names.filter((name) => !known.names.includes(name));
    const isNew = ({ kind, value }: Identifier) =>
      !known.identifiers.some((each) => each.kind === kind && each.value === value);
    const newOnes = others.filter(isNew);
    if (newNames.length + newOnes.length === 0) return;
    const all = { names: [...known.names, ...newNames], identifiers: [...known.identifiers, ...newOnes] };
    if (all.names.length + all.identifiers.length <= mostKnown) this.#known.set(key, all);
  }

  #byName(names: readonly string[], isIdentified: boolean): string | undefined {
    return names
      .map((key) => this.#names.get(key))
      .find((known) => known !== undefined && !(known.isTaken && isIdentified))?.label;
  }

  #remember(key: string, label: string, isIdentified: boolean): void {
    const known = this.#names.get(key);
    if (known === undefined || (isIdentified && !known.isTaken)) {
      this.#names.set(key, { label: known?.label ?? label, isTaken: isIdentified });
    }
  }

  #next(word: string): string {
    const number = (this.#numbers.get(word) ?? 0) + 1;
    this.#numbers.set(word, number);
    return `${word} ${String(number)}`;
  }
}

/** Everything but numbers, which a household or a switchboard shares. */
function ownKeys({ identifiers }: Person, connection: string): readonly string[] {
  return handleKeys({ identifiers: identifiers.filter(({ kind }) => kind !== 'phone') }, connection);
}
