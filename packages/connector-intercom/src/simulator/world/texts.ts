import { ADMIN, ADMIN_ID, BOT_ID } from './identities.js';
import type { StoredContact, StoredPart } from './stored.js';

type Written = Pick<StoredPart, 'type' | 'author' | 'body'>;

const SILENT = 'close';

/** What is said in turn in a conversation with nobody else. Everything but `close` carries the person's canary. */
const TURNS: readonly ((contact: StoredContact, index: number) => Written)[] = [
  (contact, index) =>
    by(contact, `<p>Caf&eacute; &amp; order &lt;${index}&gt;: I&#39;m ${contact.person.name}</p>`),
  ({ person }, index) =>
    byAdmin('comment', `<p>Looking into no. ${index}, ${person.name}.</p><p>${ADMIN.name}</p>`),
  ({ person }, index) => byAdmin('note', `<p>Note ${index}: ${person.name} sounds upset.</p>`),
  () => byAdmin(SILENT, null),
  (contact, index) =>
    by(
      contact,
      `</p><script>alert(${index})</script><img src=x onerror="alert('${contact.person.canary}')">`,
    ),
  ({ person }, index) => ({
    type: 'comment',
    author: { type: 'bot', id: BOT_ID },
    body: `<p>Anything else about ${index}, ${person.name}?</p>`,
  }),
];

export function turnOf(contact: StoredContact, index: number): Written {
  const turn = TURNS[index % TURNS.length];
  if (turn === undefined) throw new RangeError(`There is no turn ${index}.`);
  return turn(contact, index);
}

/** In a group every contact speaks in turn of itself alone, and teammates of nobody. */
export function groupTurnOf(contacts: readonly StoredContact[], index: number): Written {
  const speaker = contacts[index % (contacts.length + 1)];
  if (speaker === undefined) return byAdmin('comment', `<p>Answer ${index} to all of you.</p>`);
  return index % 7 === 6 ? { ...by(speaker, ''), body: null } : by(speaker, saidBy(speaker, index));
}

export function saidBy(contact: StoredContact, index: number): string {
  return `<p>No. ${index}: it is ${contact.person.name}, call ${contact.person.phone}</p>`;
}

function by(contact: StoredContact, body: string): Written {
  return { type: 'comment', author: { type: 'contact', id: contact.id }, body };
}

function byAdmin(type: string, body: string | null): Written {
  return { type, author: { type: 'admin', id: ADMIN_ID }, body };
}
