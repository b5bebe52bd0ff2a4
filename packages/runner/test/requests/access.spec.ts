import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import type { RequestView } from '../../src/application/views/request-view.js';
import { fastSettings, Installation, outcomesOf } from '../support/installation.js';
import { places } from '../support/places.js';
import { readPackage, recordsOf } from '../support/read-package.js';

const email = 'grace.hopper@example.com';
const resources = ['contacts', 'conversations', 'messages', 'attachments'] as const;

describe.each(places)('an access request %s among 3,000 conversations', (_, newInstallation) => {
  const installation = newInstallation();
  let vendor: DriftSimulator;

  beforeAll(async () => {
    await installation.open();
    vendor = await startDriftSimulator({
      subjects: [
        { email, contacts: 2, conversations: 7, messagesPerConversation: 120, attachmentsPerConversation: 1 },
      ],
      conversations: 3000,
      strangers: 2000,
    });
    await installation.connect('main', vendor);
  });

  afterAll(async () => {
    await vendor.close();
    await installation.close();
  });

  it('hands over every record of the subject, and no byte of anybody else', async () => {
    const truth = vendor.world.expectedRecords(email);
    const view = await installation.request('access', '--email', email, '--wait');
    expect(view.status).toBe('completed');
    expect(outcomesOf(view)).toEqual([
      'contacts exported 2',
      'conversations exported 7',
      'messages exported 840',
      'attachments exported 7',
    ]);

    const zip = installation.path('package.zip');
    const exported = await installation.run('request', 'export', view.id, '--out', zip);
    expect(exported.code).toBe(0);
    const files = await readPackage(zip);
    for (const resource of resources) {
      const ids = recordsOf(files, 'main', resource).map((record) => record.id);
      expect(ids.sort()).toEqual(truth[resource].map(({ id }) => String(id)).sort());
    }
    for (const attachment of truth.attachments) {
      const record = recordsOf(files, 'main', 'attachments').find(({ id }) => id === String(attachment.id));
      expect(files.get(record?.file?.path ?? '')?.equals(attachment.bytes)).toBe(true);
    }
    const bytes = Buffer.concat([...files.values()]);
    const strangers = vendor.world.strangerCanaries(email).filter((canary) => bytes.includes(canary));
    expect(strangers).toEqual([]);
    expect(vendor.world.canariesOf(email).every((canary) => bytes.includes(canary))).toBe(true);
  });

  it('hands it over encrypted to the person alone', async () => {
    const list = await installation.run('request', 'list', '--json');
    const [view] = JSON.parse(list.stdout) as readonly [RequestView];
    const identity = await generateX25519Identity();
    const to = ['--recipient', await identityToRecipient(identity)];
    const zip = installation.path('clear.zip');
    const clear = await installation.run('request', 'export', view.id, '--out', zip, '--json');
    const file = `${zip}.age`;
    const sealed = await installation.run('request', 'export', view.id, '--out', file, '--json', ...to);
    const { files } = JSON.parse(clear.stdout) as { files: number };
    expect(JSON.parse(sealed.stdout)).toMatchObject({ file, files });
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const decrypted = await decrypter.decrypt(await readFile(file));
    expect(Buffer.from(decrypted).equals(await readFile(zip))).toBe(true);
  });

  it('finds the conversation that moves to the top while everything is listed', async () => {
    const [moved] = vendor.world.expectedRecords(email).conversations.slice(-1);
    vendor.hooks.afterAnswer(
      { operationId: 'listConversations', nth: vendor.calls.count('listConversations') + 1 },
      () => {
        vendor.world.addConversationActivity(moved?.id ?? 0);
      },
    );
    const view = await installation.request('access', '--email', email, '--wait');
    expect(outcomesOf(view)).toContain('conversations exported 7');
    expect(outcomesOf(view)).toContain('messages exported 841');
  });

  it('ends with nothing for a person the vendor does not know', async () => {
    const view = await installation.request('access', '--email', 'nobody@example.com', '--wait');
    expect(view.status).toBe('completed');
    expect(outcomesOf(view)).toEqual(resources.map((resource) => `${resource} not_found 0`));
  });

  it('is recorded without --wait and carried out by a later wait', async () => {
    const before = vendor.calls.total;
    const recorded = await installation.request('access', '--email', email);
    expect(recorded.status).toBe('received');
    const ended = await installation.request('wait', recorded.id);
    expect(ended.status).toBe('completed');
    expect(vendor.calls.total).toBeGreaterThan(before);
    expect((await installation.request('wait', recorded.id)).finishedAt).toBe(ended.finishedAt);
  });
});

describe.each(places)('an access request %s and a vendor unlike its documentation', (_, newInstallation) => {
  const installation = newInstallation();

  beforeAll(() => installation.open());
  afterAll(() => installation.close());

  it.each([
    { name: 'offset-paging', paging: 'offset' as const, overLimit: 'reject' as const },
    { name: 'offset-clamped', paging: 'offset' as const, overLimit: 'clamp' as const },
    { name: 'keyset-paging', paging: 'keyset' as const, pageTokenRequired: true },
    { name: 'small-contact-pages', contactsPageSize: 1, contactAnswer: 'array' as const },
    { name: 'single-contact-object', contactAnswer: 'object' as const, contacts: 1 },
    { name: 'attachment-singular', attachmentField: 'attachment' as const },
    { name: 'no-token-information', tokenInformation: 'missing' as const },
    { name: 'case-insensitive', emailMatch: 'insensitive' as const, ask: 'Ada.Lovelace@Example.COM' },
    { name: 'case-sensitive', emailMatch: 'sensitive' as const, ask: 'Ada.Lovelace@Example.COM' },
  ])(
    'is complete with $name',
    async ({ name, contacts = 2, ask = 'ada.lovelace@example.com', ...options }) => {
      const subject = {
        email: 'ada.lovelace@example.com',
        contacts,
        conversations: 3,
        messagesPerConversation: 60,
        attachmentsPerConversation: 1,
      };
      const vendor = await startDriftSimulator({ conversations: 260, ...options, subjects: [subject] });
      try {
        await installation.connect(name, vendor);
        const view = await installation.request('access', '--email', ask, '--connection', name, '--wait');
        expect(outcomesOf(view)).toEqual([
          `contacts exported ${contacts}`,
          'conversations exported 3',
          'messages exported 180',
          'attachments exported 3',
        ]);
      } finally {
        await vendor.close();
      }
    },
  );
});

describe.each(places)('an access request %s that may not see everything', (_, newInstallation) => {
  const installation = newInstallation();

  beforeAll(() => installation.open());
  afterAll(() => installation.close());

  it('hands over what there is and says what may be missing, until the scope is granted', async () => {
    const vendor = await startDriftSimulator({ scopes: ['contact_read', 'conversation_read'] });
    try {
      await installation.connect('narrow', vendor);
      const narrow = await installation.request('access', '--email', email, '--wait');
      expect(narrow.status).toBe('incomplete');
      expect(narrow.tasks[0]?.outcomes.find(({ outcome }) => outcome === 'blocked')?.reason).toContain(
        'all_contact_read',
      );

      const scopes = ['contact_read', 'all_contact_read', 'conversation_read'];
      await installation.connect('narrow', { ...vendor, staticToken: vendor.tokens.issueStatic(scopes) });
      const whole = await installation.request('wait', narrow.id);
      expect(whole.status).toBe('completed');
      expect(outcomesOf(whole)).toContain('messages exported 840');
    } finally {
      await vendor.close();
    }
  });
});

describe('an access request against a leaky bucket', () => {
  const installation = new Installation();

  afterAll(() => {
    installation.remove();
  });

  it('meets no 429 when the bucket is as large as declared', async () => {
    const limits = { requestsPerSecond: 40, burst: 10 };
    const vendor = await startDriftSimulator({ conversations: 3000, limits });
    try {
      const settings = { ...fastSettings, vendorRequestsPerSecond: '40', vendorBurst: '10' };
      await installation.connect('declared', vendor, settings);
      const view = await installation.request(
        'access',
        '--email',
        email,
        '--connection',
        'declared',
        '--wait',
      );
      expect(view.status).toBe('completed');
      expect(vendor.calls.countStatus(429)).toBe(0);
    } finally {
      await vendor.close();
    }
  });

  it('adapts and finishes when the bucket is half as large', async () => {
    const vendor = await startDriftSimulator({
      conversations: 3000,
      limits: { requestsPerSecond: 5, burst: 1 },
    });
    try {
      const settings = { ...fastSettings, vendorRequestsPerSecond: '10', vendorBurst: '10' };
      await installation.connect('half', vendor, settings);
      const view = await installation.request('access', '--email', email, '--connection', 'half', '--wait');
      expect(outcomesOf(view)).toContain('messages exported 840');
      expect(vendor.calls.countStatus(429)).toBeGreaterThan(0);
    } finally {
      await vendor.close();
    }
  });
});
