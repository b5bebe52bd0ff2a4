import { personAt, type Person } from '@privacy-connectors/conformance/simulator';
import type { IntercomBehaviour, SubjectOptions } from '../options.js';
import { companyId, contactId, conversationId, partId, ticketId, ticketPartId } from './identities.js';
import type { StoredContact, StoredConversation, StoredPart, StoredTicket } from './stored.js';
import { groupTurnOf, saidBy, turnOf } from './texts.js';

export interface Population {
  readonly contacts: StoredContact[];
  readonly conversations: StoredConversation[];
  readonly tickets: StoredTicket[];
}

const DAY = 86_400_000;
const MINUTE = 60_000;
const COMPANIES = 7;
const STRANGER: SubjectOptions = {
  email: '',
  contacts: 1,
  conversations: 1,
  groupConversations: 0,
  partsPerConversation: 3,
  tickets: 1,
  notes: 1,
  companies: 1,
  events: 1,
};

/** Everyone in a workspace, computed from the seed. Subjects come after the strangers, so that ids tell nothing. */
export class Populator {
  readonly population: Population = { contacts: [], conversations: [], tickets: [] };
  readonly #behaviour: IntercomBehaviour;
  /** All that exists at the start is at least ten days old. */
  readonly #start: number;

  constructor(behaviour: IntercomBehaviour) {
    this.#behaviour = behaviour;
    this.#start = behaviour.now() - 400 * DAY;
    const strangers = this.#addStrangers();
    const subjects = behaviour.subjects.map((subject, index) => this.#addPerson(subject, index));
    for (const contact of strangers) this.#talk([contact], STRANGER, undefined);
    for (const [index, subject] of behaviour.subjects.entries())
      this.#talk(subjects[index] ?? [], subject, strangers[index]);
  }

  /** A contact that was not there at the start. */
  addContact(role: 'user' | 'lead', person: Person, email: string | null, createdAt: number): StoredContact {
    return this.#add({ role, person, email, createdAt, held: STRANGER });
  }

  #addStrangers(): readonly StoredContact[] {
    const near = this.#behaviour.subjects.flatMap((subject) => almost(subject.email));
    return Array.from({ length: this.#behaviour.strangers }, (_, index) => {
      const person = personAt(this.#behaviour.seed, index);
      const email = near[index] ?? (index % 7 === 6 ? null : person.email);
      const role = index % 2 === 0 ? 'user' : 'lead';
      return this.#add({ role, person, email, createdAt: this.#start + index * DAY, held: STRANGER });
    });
  }

  #addPerson(subject: SubjectOptions, index: number): readonly StoredContact[] {
    const { seed, strangers } = this.#behaviour;
    const person = { ...personAt(seed, strangers + index), email: subject.email };
    return Array.from({ length: subject.contacts ?? 2 }, (_, place) => {
      const email = place === 0 ? subject.email : subject.email.toLowerCase();
      const role = place === 0 ? 'user' : 'lead';
      return this.#add({ role, person, email, createdAt: this.#start + (100 + place) * DAY, held: subject });
    });
  }

  #add(made: {
    readonly role: 'user' | 'lead';
    readonly person: Person;
    readonly email: string | null;
    readonly createdAt: number;
    readonly held: SubjectOptions;
  }): StoredContact {
    const { held, ...given } = made;
    const ordinal = this.population.contacts.length;
    const contact: StoredContact = {
      ...given,
      id: contactId(ordinal),
      ordinal,
      companies: Array.from({ length: held.companies ?? 2 }, (_, index) =>
        companyId((ordinal + index) % COMPANIES),
      ),
      notes: held.notes ?? 2,
      events: made.role === 'user' ? (held.events ?? 3) : 0,
      archived: false,
    };
    this.population.contacts.push(contact);
    return contact;
  }

  #talk(contacts: readonly StoredContact[], held: SubjectOptions, other: StoredContact | undefined): void {
    const size = held.partsPerConversation ?? 6;
    const inTurn = (count: number, act: (contact: StoredContact) => void) => {
      for (let index = 0; index < count; index += 1) {
        const contact = contacts[index % contacts.length];
        if (contact !== undefined) act(contact);
      }
    };
    inTurn(held.conversations ?? 3, (contact) => {
      this.#converse([contact], size);
    });
    inTurn(held.tickets ?? 2, (contact) => {
      this.#openTicket([contact]);
    });
    if (other === undefined) return;
    inTurn(held.groupConversations ?? 1, (contact) => {
      this.#converse([contact, other], size);
    });
    inTurn(held.sharedTickets ?? 0, (contact) => {
      this.#openTicket([contact, other]);
    });
  }

  #converse(contacts: readonly StoredContact[], size: number): void {
    const { conversations } = this.population;
    const ordinal = conversations.length;
    const createdAt = this.#start + 200 * DAY + ordinal * MINUTE;
    const [first] = contacts;
    if (first === undefined) throw new RangeError('A conversation needs a contact.');
    const partAt = (index: number): StoredPart => {
      const said = contacts.length > 1 ? groupTurnOf(contacts, index) : turnOf(first, index);
      return { ...said, id: partId(ordinal, index), createdAt: createdAt + index * MINUTE, redacted: false };
    };
    conversations.push({
      id: conversationId(ordinal),
      createdAt,
      contactIds: contacts.map(({ id }) => id),
      source: {
        ...partAt(0),
        type: 'source',
        author: { type: 'contact', id: first.id },
        body: saidBy(first, 0),
      },
      parts: Array.from({ length: size }, (_, index) => partAt(index + 1)),
    });
  }

  #openTicket(contacts: readonly StoredContact[]): void {
    const { tickets } = this.population;
    const ordinal = tickets.length;
    const createdAt = this.#start + 250 * DAY + ordinal * MINUTE;
    const [first] = contacts;
    if (first === undefined) throw new RangeError('A ticket needs a contact.');
    tickets.push({
      id: ticketId(ordinal),
      number: ordinal + 1,
      createdAt,
      contactIds: contacts.map(({ id }) => id),
      description: `Broken, says ${first.person.name}`,
      parts: Array.from({ length: 3 }, (_, index) => ({
        ...groupTurnOf(contacts, index),
        id: ticketPartId(ordinal, index),
        createdAt: createdAt + index * MINUTE,
        redacted: false,
      })),
    });
  }
}

/** Addresses of other people that a careless comparison takes for this one. */
function almost(email: string): readonly string[] {
  const [local = '', domain = ''] = email.split('@');
  return [
    `${local}+news@${domain}`,
    `${local}@mail.${domain}`,
    `x${local}@${domain}`,
    `${local}@${domain}.example`,
  ];
}
