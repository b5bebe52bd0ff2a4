import { Buffer } from 'node:buffer';
import type { PackageSource } from '../../../src/package/package-source.js';
import { attachment, chatResources, contact, conversation, message } from '../support/chat-records.js';
import { memorySource, type MemorySection } from '../support/memory-source.js';

/** A picture of 1 by 1 pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const day = 86_400_000;
const start = Date.UTC(2025, 10, 14, 9, 5);

const chat: MemorySection = {
  resources: chatResources.map((resource) => ({
    ...resource,
    description: `Everything the vendor keeps of ${resource.name}.`,
    dataCategories:
      {
        contacts: ['user.name', 'user.contact.email', 'user.location'],
        conversations: ['user.content.private'],
        messages: ['user.content.private'],
        attachments: ['user.content.private'],
      }[resource.name] ?? [],
  })),
  records: [
    contact('c1', {
      name: 'Ada Lovelace',
      email: 'ada@example.org',
      last_contacted: start,
      custom: { plan: 'pro', tags: ['a', 'b'] },
      phone: null,
    }),
    conversation('k1', 'c1', 'About an invoice'),
    message('m1', 'k1', {
      occurredAt: start,
      text: 'Hello,\nmy invoice is wrong. Could you look at it, please?',
    }),
    message('m2', 'k1', {
      occurredAt: start + 60_000,
      text: 'Hello Ada! Of course:\n\n * total\n * tax',
      author: { kind: 'agent', name: 'Sam', internal: false },
      data: { body: '<p>Hello <b>Ada</b>! Of course:</p><ul><li>total</li><li>tax</li></ul>' },
    }),
    message('m3', 'k1', {
      occurredAt: start + day,
      text: 'How did we do?',
      author: { kind: 'bot', internal: false },
    }),
    message('m4', 'k1', { occurredAt: start + 2 * day, text: 'Très bien, merci. مرحبا' }),
    message('m5', 'k1', {
      occurredAt: start + 3 * day,
      text: 'Please check the tax office.',
      author: { kind: 'agent', name: 'Kim', internal: true },
    }),
    {
      ...attachment('a1', 'm1', 'photo of invoice.png'),
      file: { name: 'photo of invoice.png', mediaType: 'image/png' },
    },
    { ...attachment('a2', 'm1', 'bill.pdf'), file: { name: 'bill.pdf', mediaType: 'application/pdf' } },
    { ...attachment('a3', 'm1', 'page.html'), file: { name: 'page.html', mediaType: 'text/html' } },
    attachment('a4', 'm4', 'lost.doc'),
  ],
  files: new Map([
    ['a1', png],
    ['a2', Buffer.from('%PDF-1.4')],
    ['a3', Buffer.from('<script>alert(1)</script>')],
  ]),
  outcomes: [
    { resource: 'attachments', outcome: 'failed', count: 1, reason: 'The vendor answered 500 for lost.doc.' },
  ],
  notCovered: [
    {
      what: 'Timeline events',
      why: 'No call of the vendor reads them.',
      remedy: 'Ask.',
      capability: 'access',
    },
  ],
};

const mail: MemorySection = {
  connection: 'newsletter',
  resources: [
    {
      name: 'profiles',
      title: 'Profiles',
      description: 'Who gets the newsletter.',
      dataCategories: ['user.contact.email', 'user.device.ip_address'],
    },
    {
      name: 'events',
      title: 'Events',
      description: 'What was opened.',
      dataCategories: ['user.behavior'],
      parent: 'profiles',
    },
    { name: 'notes', title: 'Notes', description: 'Notes of staff.', dataCategories: [] },
  ],
  records: [
    {
      resource: 'profiles',
      id: 'p1',
      title: 'ada@example.org',
      data: { email: 'ada@example.org', ip: '192.0.2.1' },
    },
    {
      ...{ resource: 'events', id: 'e1', data: { subject: 'Sale!' }, title: 'Opened an e-mail' },
      ...{ occurredAt: start, parent: { resource: 'profiles', id: 'p1' } },
    },
  ],
};

/** What a person with a chat and a newsletter gets. */
export const ordinary: PackageSource = memorySource(chat, mail);
