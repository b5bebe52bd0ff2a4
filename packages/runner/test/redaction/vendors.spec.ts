import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDriftSimulator, type DriftSimulator } from '@privacy-connectors/connector-drift/simulator';
import {
  startIntercomSimulator,
  type IntercomSimulator,
} from '@privacy-connectors/connector-intercom/simulator';
import type { RedactionItemView } from '../../src/application/views/redaction-item-view.js';
import { dsr } from '../support/dsr.js';
import { fastSettings, Installation } from '../support/installation.js';
import { readPackage } from '../support/read-package.js';

const email = 'grace.hopper@example.com';
const connectors = ['@privacy-connectors/connector-drift', '@privacy-connectors/connector-intercom'];

describe('a package of conversations with several people', () => {
  const installation = new Installation();
  let drift: DriftSimulator;
  let intercom: IntercomSimulator;
  let request: string;
  let everything: string;

  beforeAll(async () => {
    drift = await startDriftSimulator({
      subjects: [{ email, conversations: 2, messagesPerConversation: 12 }],
      conversations: 4,
      strangers: 2,
    });
    intercom = await startIntercomSimulator({ subjects: [{ email, contacts: 1, sharedTickets: 1 }] });
    mkdirSync(installation.home, { recursive: true });
    writeFileSync(`${installation.home}/config.json`, JSON.stringify({ connectors }));
    await installation.connect('drift', drift, fastSettings);
    const parameters = ['--name', 'intercom', '--set', `baseUrl=${intercom.baseUrl}`, '--token-env', 'TOKEN'];
    const environment = { ...installation.environment, TOKEN: intercom.staticToken };
    const added = await dsr(['connection', 'add', 'intercom', ...parameters], environment);
    expect(added.stderr).toBe('');
    const view = await installation.request('access', '--email', email, '--wait');
    request = view.id;
    await installation.run('request', 'export', request, '--out', installation.path('package.zip'));
    const files = await readPackage(installation.path('package.zip'));
    everything = [...files.values()].map((file) => file.toString('utf8')).join('\n');
  });

  afterAll(async () => {
    await drift.close();
    await intercom.close();
    installation.remove();
  });

  it('has what the data subject said, by their name', () => {
    const [name] = intercom.world.contacts.filter((contact) => contact.email === email);
    expect(everything).toContain(`it is ${name?.person.name ?? '?'}`);
    expect(everything).toContain('I&#39;m ');
  });

  it('has what others said, without their names, addresses and numbers', () => {
    const other = intercom.world.contacts.find(
      (contact) => contact.email === intercom.world.companionOf(email),
    );
    if (other === undefined) throw new Error('Nobody shares a conversation with the data subject.');
    expect(everything).toContain('No. 1: it is Person');
    for (const secret of [other.person.canary, other.person.name, other.email, other.person.phone, other.id])
      expect(everything).not.toContain(secret);
  });

  it('has what agents said, by their role', () => {
    for (const text of ['Looking into no. 2', 'Looking into no. 1']) expect(everything).toContain(text);
    for (const secret of [
      'Mara Weiss',
      'Noor Haddad',
      'Otto Lindgren',
      'mara@vendor.example',
      '@vendor.example',
    ])
      expect(everything).not.toContain(secret);
    expect(everything).not.toContain('sounds upset');
  });

  it('is reviewed with the same labels record by record', async () => {
    const review = async (...decision: string[]) => {
      const end = await installation.run('request', 'review', request, ...decision, '--json');
      return end.json() as readonly RedactionItemView[];
    };
    const last = (await review()).findLast(
      ({ record, labels }) => record.startsWith('intercom/') && labels.length > 0,
    );
    const decided = await review('--redact', last?.record ?? '', '--reason', 'It stays as it is.');
    expect(decided).toMatchObject([{ record: last?.record, labels: last?.labels }]);
  });
});
