import { createRandom, personAt, type Person, type Random } from '@privacy-connectors/conformance/simulator';
import type { DriftBehaviour, SubjectOptions } from '../options.js';
import { contactId, conversationId } from './identities.js';
import type { StoredContact, StoredConversation } from './stored.js';

export interface Population {
  readonly contacts: readonly StoredContact[];
  readonly conversations: readonly StoredConversation[];
}

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2022, 0, 1);
const DAYS = 1096;
/** Times are this coarse so that several conversations share one, as they do at a real vendor. */
const GRAIN = 600_000;
const STATUSES = ['open', 'closed', 'closed', 'pending', 'bulk_sent'];

/** Everyone in a world, computed from the seed. Subjects come after the strangers, so that ids tell nothing. */
export function populate(behaviour: DriftBehaviour): Population {
  const random = createRandom(behaviour.seed, 'population');
  const contacts: StoredContact[] = [];
  const conversations: StoredConversation[] = [];
  const add = (person: Person, email: string | undefined, identifiedInChat: boolean): StoredContact => {
    const ordinal = contacts.length;
    const createdAt = coarse(FIRST_DAY + random.integer(0, DAYS - 60) * DAY + random.integer(0, DAY));
    const contact = {
      id: contactId(ordinal),
      ordinal,
      person,
      email,
      createdAt,
      identifiedInChat,
      listed: true,
    };
    contacts.push(contact);
    return contact;
  };
  const talk = (contact: StoredContact, messages: number, attachments: number): void => {
    conversations.push(
      conversationOf(random, { contact, ordinal: conversations.length, messages, attachments }),
    );
  };
  const strangers = addStrangers(behaviour, add);
  for (const [index, subject] of behaviour.subjects.entries()) {
    addSubject(behaviour, { subject, index, add, talk });
  }
  addStrangersTalk(behaviour, { strangers, already: conversations.length, talk });
  return { contacts, conversations };
}

type AddContact = (person: Person, email: string | undefined, identifiedInChat: boolean) => StoredContact;
type Talk = (contact: StoredContact, messages: number, attachments: number) => void;

function addStrangers(behaviour: DriftBehaviour, add: AddContact): readonly StoredContact[] {
  const near = behaviour.subjects.flatMap((subject) => almost(subject.email));
  return Array.from({ length: behaviour.strangers }, (_, index) => {
    const person = personAt(behaviour.seed, index);
    const withoutEmail = index % 7 === 6;
    return add(person, near[index] ?? (withoutEmail ? undefined : person.email), index % 3 !== 2);
  });
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

function addSubject(
  behaviour: DriftBehaviour,
  made: { subject: SubjectOptions; index: number; add: AddContact; talk: Talk },
): void {
  const { subject, index, add, talk } = made;
  const person = { ...personAt(behaviour.seed, behaviour.strangers + index), email: subject.email };
  const count = subject.contacts ?? 1;
  const contacts = Array.from({ length: count }, (_, place) => {
    const email = place % 2 === 0 ? subject.email : subject.email.toLowerCase();
    return add(person, email, place === 0 || place < count - 1);
  });
  for (let place = 0; place < (subject.conversations ?? 1); place += 1) {
    const contact = contacts[place % count];
    if (contact === undefined)
      throw new RangeError('A subject with conversations needs at least one contact.');
    talk(contact, subject.messagesPerConversation ?? 6, subject.attachmentsPerConversation ?? 0);
  }
}

/** Strangers talk in turn, so that the first ones, whose e-mails almost equal a subject's, all do. */
function addStrangersTalk(
  behaviour: DriftBehaviour,
  made: { strangers: readonly StoredContact[]; already: number; talk: Talk },
): void {
  const { strangers, already, talk } = made;
  for (let place = already; place < behaviour.conversations; place += 1) {
    const contact = strangers[(place - already) % strangers.length];
    if (contact === undefined)
      throw new RangeError("Conversations beyond the subjects' need at least one stranger.");
    talk(contact, behaviour.strangerMessages, place % 5 === 0 ? 1 : 0);
  }
}

function conversationOf(
  random: Random,
  made: Pick<StoredConversation, 'contact' | 'ordinal' | 'messages' | 'attachments'>,
): StoredConversation {
  const latest = FIRST_DAY + (DAYS - 2) * DAY;
  const createdAt = coarse(random.integer(made.contact.createdAt, latest));
  const settledAt = coarse(createdAt + random.integer(0, DAY));
  const status = random.pick(STATUSES);
  const id = conversationId(made.ordinal);
  return { ...made, id, status, createdAt, settledAt, updatedAt: settledAt, activities: [] };
}

function coarse(time: number): number {
  return time - (time % GRAIN);
}
