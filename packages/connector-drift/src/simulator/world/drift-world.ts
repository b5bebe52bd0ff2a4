import { personAt } from '@privacy-connectors/conformance/simulator';
import type { DriftBehaviour } from '../options.js';
import { attachmentOf, bytesOf, mediaTypeOf, type Attachment } from './attachment.js';
import { contactOf, type Contact } from './contact.js';
import { ConversationOrder } from './conversation-order.js';
import { conversationOf, type Conversation } from './conversation.js';
import { Erasures, type Erasure } from './erasures.js';
import { contactId, placeOfAttachment } from './identities.js';
import { messageAt, messageCount, type Message } from './message.js';
import { populate } from './population.js';
import type { StoredContact, StoredConversation } from './stored.js';
import { usersOf, type User } from './user.js';

/** The ground truth about one person: what a complete access request returns, no more and no less. */
export interface ExpectedRecords {
  readonly contacts: readonly Contact[];
  readonly conversations: readonly Conversation[];
  /** Oldest first within each conversation, private notes included. */
  readonly messages: readonly Message[];
  readonly attachments: readonly (Attachment & { readonly bytes: Buffer })[];
}

/** The state of the simulated vendor, and the truth that tests compare with. */
export class DriftWorld {
  readonly #behaviour: DriftBehaviour;
  readonly #erasures: Erasures;
  readonly conversations: ConversationOrder;
  #contacts: readonly StoredContact[];
  #users: readonly User[];
  #nextOrdinal: number;

  constructor(behaviour: DriftBehaviour) {
    const population = populate(behaviour);
    this.#behaviour = behaviour;
    this.#contacts = population.contacts;
    this.#nextOrdinal = population.contacts.length;
    this.conversations = new ConversationOrder(population.conversations);
    this.#users = usersOf(behaviour.employees);
    this.#erasures = new Erasures(behaviour.erasure, behaviour.now, (email) => {
      this.#erase(email);
    });
  }

  /** The subjects' e-mails, as the options spell them. */
  get subjects(): readonly string[] {
    return this.#behaviour.subjects.map(({ email }) => email);
  }

  get users(): readonly User[] {
    return this.#users;
  }

  /** Deletions that were asked for, in order. */
  get erasures(): readonly Erasure[] {
    return this.#erasures.all;
  }

  /** Every contact of the person with that e-mail, whatever its letter case, unlisted ones too. */
  contactsOf(email: string): readonly Contact[] {
    return this.#storedContactsOf(email).map(contactOf);
  }

  /** Everything that is held about the person with that e-mail right now. */
  expectedRecords(email: string): ExpectedRecords {
    const contacts = this.#storedContactsOf(email);
    const conversations = this.conversations.ofContacts(new Set(contacts.map(({ id }) => id)));
    return {
      contacts: contacts.map(contactOf),
      conversations: conversations.map(conversationOf),
      messages: conversations.flatMap((conversation) => messagesOf(conversation)),
      attachments: conversations.flatMap((conversation) => this.#attachmentsOf(conversation)),
    };
  }

  /**
   * Texts that stand in this person's data only: the canary and the phone; empty once erased. The e-mail is none of
   * them, because the e-mails of some strangers contain it.
   */
  canariesOf(email: string): readonly string[] {
    return [...new Set(this.#storedContactsOf(email).flatMap(({ person }) => [person.canary, person.phone]))];
  }

  /** The canaries of everybody but the person with that e-mail: none may turn up in that person's package. */
  strangerCanaries(email: string): readonly string[] {
    const own = new Set(this.#storedContactsOf(email).map(({ person }) => person.canary));
    const all = new Set(this.#contacts.map(({ person }) => person.canary));
    return [...all].filter((canary) => !own.has(canary));
  }

  /** A new message: the conversation moves to the top of the list. @throws RangeError for an unknown id. */
  addConversationActivity(conversationId: number): void {
    const conversation = this.conversations.get(conversationId);
    if (conversation === undefined) throw new RangeError(`There is no conversation ${conversationId}.`);
    const at = Math.max(this.#behaviour.now(), (this.conversations.newest ?? 0) + 1);
    conversation.activities.push(at);
    this.conversations.touch(conversation, at);
  }

  /** Somebody leaves an address: now, unless `createdAt` (epoch milliseconds) says that it was there all along. */
  addContact({ email, createdAt }: { readonly email: string; readonly createdAt?: number }): void {
    const ordinal = this.#nextOrdinal;
    this.#nextOrdinal += 1;
    const person = { ...personAt(this.#behaviour.seed, ordinal), email };
    const added = { id: contactId(ordinal), ordinal, person, email, identifiedInChat: true, listed: true };
    this.#contacts = [...this.#contacts, { ...added, createdAt: createdAt ?? this.#behaviour.now() }];
  }

  acceptErasure(email: string): void {
    this.#erasures.accept(email);
  }

  /** Lets due deletions take effect. */
  settle(): void {
    this.#erasures.settle();
  }

  /** Listed contacts with that e-mail, compared as the vendor compares. Counts as a look-up of a pending deletion. */
  findByEmail(email: string): readonly StoredContact[] {
    this.#erasures.beforeLookup((erased) => this.#sameEmail(erased, email));
    return this.#contacts.filter((contact) => contact.listed && this.#sameEmail(contact.email, email));
  }

  /** Listed contacts with one of these ids of the customer's own. */
  findByExternalId(ids: readonly string[]): readonly StoredContact[] {
    return this.#contacts.filter(
      (contact) => contact.listed && ids.includes(String(contactOf(contact).attributes['externalId'])),
    );
  }

  contact(id: number): StoredContact | undefined {
    return this.#contacts.find((contact) => contact.id === id);
  }

  /** The content of an attachment. */
  attachment(id: number): { readonly mimeType: string; readonly bytes: Buffer } | undefined {
    const place = placeOfAttachment(id);
    const conversation = this.conversations.get(place.conversationId);
    if (conversation === undefined || place.index >= conversation.attachments) return undefined;
    const bytes = bytesOf(conversation, place.index, this.#behaviour.attachmentBytes);
    return { mimeType: mediaTypeOf(place.index), bytes };
  }

  #attachmentsOf(conversation: StoredConversation): readonly (Attachment & { readonly bytes: Buffer })[] {
    return Array.from({ length: conversation.attachments }, (_, index) => ({
      ...attachmentOf(conversation, index),
      bytes: bytesOf(conversation, index, this.#behaviour.attachmentBytes),
    }));
  }

  #storedContactsOf(email: string): readonly StoredContact[] {
    return this.#contacts.filter((contact) => contact.email?.toLowerCase() === email.toLowerCase());
  }

  #sameEmail(left: string | undefined, right: string): boolean {
    if (this.#behaviour.emailMatch === 'sensitive') return left === right;
    return left?.toLowerCase() === right.toLowerCase();
  }

  /** Contacts, their conversations with messages and attachments, and Drift users. */
  #erase(email: string): void {
    const erased = new Set(
      this.#contacts.filter((contact) => this.#sameEmail(contact.email, email)).map(({ id }) => id),
    );
    this.#contacts = this.#contacts.filter((contact) => !erased.has(contact.id));
    this.conversations.removeOfContacts(erased);
    this.#users = this.#users.filter((user) => !this.#sameEmail(user.email ?? undefined, email));
  }
}

function messagesOf(conversation: StoredConversation): readonly Message[] {
  return Array.from({ length: messageCount(conversation) }, (_, index) => messageAt(conversation, index));
}
