import { personAt } from '@privacy-connectors/conformance/simulator';
import type { IntercomBehaviour } from '../options.js';
import { Populator } from './population.js';
import type { Deletable, StoredContact, StoredConversation, StoredPart, StoredTicket } from './stored.js';
import { contactView, conversationView, eventView, noteView, ticketView } from './views.js';

type View = Readonly<Record<string, unknown>>;

/** The ground truth about one person: what a complete access request returns, no more and no less. As Intercom answers it. */
export interface ExpectedRecords {
  readonly contacts: readonly View[];
  /** With the contact that is attached. */
  readonly companies: readonly string[];
  readonly notes: readonly View[];
  readonly events: readonly View[];
  /** With source and all parts. */
  readonly conversations: readonly StoredConversation[];
  readonly tickets: readonly StoredTicket[];
}

const INSTEAD_OF_REDACTED = '<p><i>This message was deleted</i></p>';
/** Indices of people who come later: beyond all that exist from the start. */
const NEWCOMERS = 1_000_000;

/** The state of the simulated vendor, and the truth that tests compare with. */
export class IntercomWorld {
  readonly #behaviour: IntercomBehaviour;
  readonly #populator: Populator;
  #newcomers = 0;

  constructor(behaviour: IntercomBehaviour) {
    this.#behaviour = behaviour;
    this.#populator = new Populator(behaviour);
  }

  /** The subjects' e-mails, as the options spell them. */
  get subjects(): readonly string[] {
    return this.#behaviour.subjects.map(({ email }) => email);
  }

  /** Every contact that can be read by id, in the order of their creation. */
  get contacts(): readonly StoredContact[] {
    return this.#population.contacts.filter(
      (contact) => contact.mergedInto === undefined && this.#isThere(contact),
    );
  }

  get conversations(): readonly StoredConversation[] {
    return this.#population.conversations.filter((conversation) => this.#isThere(conversation));
  }

  get tickets(): readonly StoredTicket[] {
    return this.#population.tickets.filter((ticket) => this.#isThere(ticket));
  }

  /** What the search for contacts knows: the past, merged ones excepted. */
  get searchableContacts(): readonly StoredContact[] {
    const { now, searchLagMilliseconds: lag } = this.#behaviour;
    return this.#population.contacts.filter(
      (contact) =>
        contact.mergedInto === undefined &&
        !contact.archived &&
        contact.createdAt + lag <= now() &&
        (this.#isThere(contact) || (contact.deletedAt ?? 0) + lag > now()),
    );
  }

  /** A contact with the same e-mail as somebody else, or with one of its own: it exists from now on. */
  addContact(email: string | null, role: 'user' | 'lead' = 'lead'): StoredContact {
    this.#newcomers += 1;
    const person = personAt(this.#behaviour.seed, NEWCOMERS + this.#newcomers);
    return this.#populator.addContact(role, person, email, this.#behaviour.now());
  }

  /** The contact that was there, whatever became of it. @throws RangeError for an unknown id. */
  anyContact(id: string): StoredContact {
    const contact = this.#population.contacts.find((each) => each.id === id);
    if (contact === undefined) throw new RangeError(`There never was a contact ${id}.`);
    return contact;
  }

  /** The conversation, for changes that the API has no call for. @throws RangeError for an unknown id. */
  conversation(id: string): StoredConversation {
    const conversation = this.conversations.find((each) => each.id === id);
    if (conversation === undefined) throw new RangeError(`There is no conversation ${id}.`);
    return conversation;
  }

  /** Merges the one contact into the other, with all it has. */
  merge(fromId: string, intoId: string): void {
    this.anyContact(fromId).mergedInto = intoId;
    for (const thing of [...this.conversations, ...this.tickets])
      thing.contactIds = [...new Set(thing.contactIds.map((id) => (id === fromId ? intoId : id)))];
  }

  /** The contact that took that one in, if it was merged. */
  mergedInto(id: string): string | undefined {
    return this.#population.contacts.find((contact) => contact.id === id)?.mergedInto;
  }

  /** Archives a contact: it is no longer found, and nothing of it is deleted. */
  archive(id: string): void {
    this.anyContact(id).archived = true;
  }

  /** The contact goes; what becomes of its conversations and tickets is the options' choice. */
  deleteContact(contact: StoredContact): void {
    this.delete(contact);
    if (this.#behaviour.contactDeletion === 'contact_alone') return;
    for (const thing of [...this.conversations, ...this.tickets])
      if (thing.contactIds.every((id) => id === contact.id)) this.delete(thing);
  }

  delete(thing: Deletable): void {
    thing.deletedAt ??= this.#behaviour.now();
  }

  redact(part: StoredPart): void {
    part.redacted = true;
    part.body = INSTEAD_OF_REDACTED;
  }

  /** Everything that is held about the person with that e-mail right now. */
  expectedRecords(email: string): ExpectedRecords {
    const contacts = this.#contactsOf(email);
    const ids = new Set(contacts.map(({ id }) => id));
    const theirs = ({ contactIds }: { readonly contactIds: readonly string[] }) =>
      contactIds.some((id) => ids.has(id));
    const each = <Item>(
      count: (contact: StoredContact) => number,
      item: (contact: StoredContact, index: number) => Item,
    ) =>
      contacts.flatMap((contact) =>
        Array.from({ length: count(contact) }, (_, index) => item(contact, index)),
      );
    return {
      contacts: contacts.map(contactView),
      companies: [...new Set(contacts.flatMap(({ companies }) => companies))],
      notes: each(({ notes }) => notes, noteView),
      events: each(
        ({ events }) => events,
        (contact, index) => eventView(contact, index, this.#behaviour.now()),
      ),
      conversations: this.conversations.filter(theirs),
      tickets: this.tickets.filter(theirs),
    };
  }

  /** E-mail of the stranger with whom a subject shares conversations and tickets. */
  companionOf(subject: string): string | undefined {
    return this.#population.contacts[this.subjects.indexOf(subject)]?.email ?? undefined;
  }

  /** Texts that stand in this person's data only; also once the contacts are gone, for who was a subject from the start. */
  canariesOf(email: string): readonly string[] {
    const people = this.#population.contacts.filter((contact) => isSame(contact.email, email));
    return [...new Set(people.map(({ person }) => person.canary))];
  }

  /** Whether anything at all that a reader of this workspace can see still speaks of the person. */
  holds(email: string): boolean {
    const find = (id: string) => this.contacts.find((contact) => contact.id === id);
    const everything = [
      ...this.contacts.map(contactView),
      ...this.conversations.map((conversation) => conversationView(conversation, find)),
      ...this.tickets.map((ticket) => ticketView(ticket, find)),
    ];
    const text = JSON.stringify(everything);
    return (
      this.#contactsOf(email).length > 0 || this.canariesOf(email).some((canary) => text.includes(canary))
    );
  }

  get #population() {
    return this.#populator.population;
  }

  #contactsOf(email: string): readonly StoredContact[] {
    return this.contacts.filter((contact) => isSame(contact.email, email));
  }

  #isThere({ createdAt, deletedAt }: Deletable): boolean {
    const { now, deletionLagMilliseconds } = this.#behaviour;
    return createdAt <= now() && (deletedAt === undefined || now() < deletedAt + deletionLagMilliseconds);
  }
}

function isSame(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
