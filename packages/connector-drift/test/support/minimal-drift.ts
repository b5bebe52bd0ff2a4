import type { Call, Reply } from './vendor.js';

/** A vendor written from the documentation alone, independent of the simulator. */
export interface MinimalDrift {
  readonly answer: (call: Call) => Reply | undefined;
  /** Does what `gdpr/delete` was asked for. */
  finishErasures(): void;
}

const ada = { id: 1, createdAt: null, attributes: { email: 'ada@x.example', name: null, phone: 33_100 } };
const eve = { id: 2, attributes: { email: 'eve@x.example', note: 'a stranger' } };

const listed = [
  { id: 90, contactId: 2, updatedAt: 'soon', status: 'stranger' },
  { id: 91, contactId: 0 },
  { id: 92, contactId: null, updatedAt: null, inboxId: null },
  { id: 70, contactId: 1, updatedAt: 1_700_000_900_000 },
  { id: 71, contactId: 1 },
];

const messages: Readonly<Record<string, unknown>> = {
  '/conversations/70/messages': [
    { id: 700, author: { type: 'contact', id: 1 }, body: '<p>Hi</p>', createdAt: 1_700_000_100_000 },
    { id: 701, author: null, body: null, context: null, attributes: null, createdAt: null, buttons: null },
  ],
  '/conversations/71/messages': [
    {
      id: 702,
      author: { type: 'user', id: 9, bot: null },
      attachment: [{ url: 'https://driftapi.com/attachments/5/data' }, { id: null, fileName: 'lost.pdf' }],
    },
  ],
};

/** The most minimal answers that are still legitimate: no paging, nulls, no token information, no list of users. */
export function minimalDrift(): MinimalDrift {
  let contacts = [eve, ada];
  let asked: readonly string[] = [];
  const find = ({ query }: Call): Reply => {
    const email = query['email']?.toLowerCase();
    const found = contacts.find(({ attributes }) => attributes.email === email);
    return found === undefined ? { status: 404 } : { body: { data: found } };
  };
  const get = ({ path }: Call): Reply | undefined => {
    const found = contacts.find(({ id }) => path === `/contacts/${id}`);
    return found && { body: { data: found } };
  };
  const erase = ({ body }: Call): Reply => {
    asked = [...asked, (JSON.parse(body) as { readonly email: string }).email];
    return { status: 202 };
  };
  return {
    answer: (call) => {
      if (call.path === '/contacts') return find(call);
      if (call.path.startsWith('/contacts/')) return get(call);
      return `${call.method} ${call.path}` === 'POST /gdpr/delete' ? erase(call) : conversationAnswer(call);
    },
    finishErasures: () => {
      contacts = contacts.filter(({ attributes }) => !asked.includes(attributes.email));
    },
  };
}

/** Undefined, and hence a 404, for everything that this vendor does not have. */
function conversationAnswer({ path }: Call): Reply | undefined {
  if (path === '/conversations/list') return { body: { data: listed } };
  if (path === '/attachments/5/data') return { body: 'the bytes' };
  const found = listed.find(({ id }) => path === `/conversations/${id}`);
  if (found !== undefined) return { body: { data: found } };
  return path in messages ? { body: { data: { messages: messages[path] } } } : undefined;
}
