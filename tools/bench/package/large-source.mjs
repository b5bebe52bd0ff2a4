import { labelEverybody } from '../../../packages/runner/dist/redaction/label-everybody.js';
import { noOverrides } from '../../../packages/runner/dist/redaction/overrides.js';
import { defaultPolicy } from '../../../packages/runner/dist/redaction/policy.js';
import { RedactedSection } from '../../../packages/runner/dist/redaction/redacted-section.js';
import { agentOf, relativeOf, subject } from './people.mjs';

const startedAt = Date.UTC(2016, 0, 1);
const minute = 60_000;
const messagesPerConversation = 1_000;
const words = 'I wrote to you about the order that never came, and you said that it was on its way. ';

/**
 * What a package is made of, for a person who wrote so many messages in conversations of 1,000, each with an agent and a
 * relative whom texts name; made while it is read, and redacted as records of the store are.
 */
export function largeSource(messages) {
  const stored = foundRecords(messages);
  const { identifiers } = subject;
  let labels;
  const rules = {
    policy: defaultPolicy,
    basis: 'GDPR Art. 15(4)',
    overrides: noOverrides,
    subject: identifiers,
    labels: () => (labels ??= labelEverybody([{ stored, policy: defaultPolicy, subject: identifiers }])),
    onMade: async () => undefined,
  };
  return { request, sections: [new RedactedSection(stored, rules)] };
}

/** As the store has them. */
function foundRecords(messages) {
  const conversations = Math.ceil(messages / messagesPerConversation);
  const made = { conversations: conversation, messages: message };
  const counts = { conversations, messages };
  return {
    connection: 'main',
    connector: { id: 'made-up', title: 'Made up', version: '1.0.0' },
    resources: [resource('conversations'), resource('messages', 'conversations')],
    outcomes: [{ resource: 'messages', outcome: 'exported', count: messages }],
    notCovered: [],
    records: (name) => range(0, counts[name], made[name]),
    children: (name, parent) => (name === 'messages' ? messagesOf(parent, messages) : range(0, 0)),
    find: async ({ resource: name, id }) => made[name](Number(id.slice(1))),
    file: () => null,
  };
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
  const people = [subject, agentOf(number), relativeOf(number)];
  return {
    resource: 'conversations',
    id: `c${number}`,
    title: `Conversation ${number}`,
    data: { number },
    people,
  };
}

function message(number) {
  const conversationNumber = Math.floor(number / messagesPerConversation);
  const [agent, relative] = [agentOf(conversationNumber), relativeOf(conversationNumber)];
  const isOwn = number % 2 === 0;
  const signed = isOwn
    ? `${relative.names[0]} says so too.`
    : `${agent.names[0]}, ${agent.identifiers[0].value}`;
  const text = `${number}: ${words.repeat(1 + (number % 4))}${signed}`;
  const parent = { resource: 'conversations', id: `c${conversationNumber}` };
  const author = isOwn
    ? { kind: 'subject', internal: false, name: subject.names[0] }
    : { kind: 'agent', internal: false, name: agent.names[0] };
  const data = { id: number, body: text, type: 'chat', createdAt: startedAt + number * minute };
  return { resource: 'messages', id: `m${number}`, data, text, parent, author, occurredAt: data.createdAt };
}
