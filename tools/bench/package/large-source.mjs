const startedAt = Date.UTC(2016, 0, 1);
const minute = 60_000;
const messagesPerConversation = 1_000;
const words = 'I wrote to you about the order that never came, and you said that it was on its way. ';

/** What a package is made of, for a person who wrote so many messages in conversations of 1,000; made while it is read. */
export function largeSource(messages) {
  const conversations = Math.ceil(messages / messagesPerConversation);
  const records = {
    conversations: () => range(0, conversations, conversation),
    messages: () => range(0, messages, message),
  };
  const section = {
    connection: 'main',
    connector: { id: 'made-up', title: 'Made up', version: '1.0.0' },
    resources: [resource('conversations'), resource('messages', 'conversations')],
    outcomes: [{ resource: 'messages', outcome: 'exported', count: messages }],
    notCovered: [],
    records: (name) => records[name](),
    children: (name, parent) => (name === 'messages' ? messagesOf(parent, messages) : range(0, 0)),
    file: () => null,
  };
  return { request, sections: [section] };
}

const request = {
  ...{ id: '00000000-0000-4000-8000-000000000000', type: 'access', status: 'completed', regulation: 'gdpr' },
  ...{ receivedAt: '2026-03-02T09:15:00.000Z', dueAt: '2026-04-01T09:15:00.000Z' },
  ...{
    finishedAt: '2026-03-03T14:40:30.000Z',
    daysLeft: null,
    overdue: false,
    extended: null,
    forecast: null,
  },
  ...{ identifiers: [], tasks: [] },
};

function resource(name, parent) {
  const dataCategories = ['user.content.private'];
  return { name, title: name, description: '', dataCategories, binary: false, ...(parent && { parent }) };
}

async function* range(from, to, make) {
  for (let number = from; number < to; number += 1) yield make(number);
}

function messagesOf({ id }, messages) {
  const first = Number(id.slice(1)) * messagesPerConversation;
  return range(first, Math.min(first + messagesPerConversation, messages), message);
}

function conversation(number) {
  return { resource: 'conversations', id: `c${number}`, title: `Conversation ${number}`, data: { number } };
}

function message(number) {
  const text = `${number}: ${words.repeat(1 + (number % 4))}`;
  const parent = { resource: 'conversations', id: `c${Math.floor(number / messagesPerConversation)}` };
  const author = { kind: number % 2 === 0 ? 'subject' : 'agent', internal: false };
  const data = { id: number, body: text, type: 'chat', createdAt: startedAt + number * minute };
  return { resource: 'messages', id: `m${number}`, data, text, parent, author, occurredAt: data.createdAt };
}
