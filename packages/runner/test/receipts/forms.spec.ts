import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageWidth } from '../../src/cli/output/layout.js';
import { receiptPage } from '../../src/receipts/html/receipt-page.js';
import { run } from '../cli/run.js';
import { startTestService, type TestService } from '../http/support/service.js';
import { never } from '../support/never.js';
import { somebody } from '../support/services.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const email = 'grace.hopper@example.com';
const dsr = fileURLToPath(new URL('../../bin/dsr.js', import.meta.url));
const folder = temporaryFolder();

let service: TestService;
let auditor: string;
let id: string;

beforeAll(async () => {
  service = await startTestService();
  auditor = await service.key('auditor');
  await service.startVendor('support', {
    subjects: [{ email, conversations: 2, messagesPerConversation: 12 }],
  });
  ({ id } = await service.application.requests.create({ ...somebody, type: 'access' }));
  await service.application.requests.wait(id, () => undefined, never);
});

afterAll(async () => {
  await service.stop();
  folder.remove();
});

function get(headers: Readonly<Record<string, string>> = {}, query = ''): Promise<Response> {
  const authorization = `Bearer ${auditor}`;
  return fetch(`${service.url}/v1/requests/${id}/receipt${query}`, {
    headers: { authorization, ...headers },
  });
}

/** Runs the command on the application of the service, which goes on. */
function command(...args: readonly string[]) {
  const application = { ...service.application, close: () => Promise.resolve() };
  return run(['receipt', 'show', id, ...args], { application });
}

async function writtenAs(form: string): Promise<string> {
  const file = join(folder.path, `receipt.${form}`);
  expect((await command('--as', form, '--out', file)).exitCode).toBe(0);
  return readFileSync(file, 'utf8');
}

async function page(): Promise<string> {
  return receiptPage(await service.application.receipts.show(id));
}

/** Lines of what the command shows, as one text. */
async function shown(): Promise<string> {
  const { stdout } = await command();
  expect(stdout.split('\n').filter((line) => line.length > pageWidth)).toEqual([]);
  return stdout.replaceAll(/\s+/g, ' ');
}

describe('the receipt of an access', () => {
  it('calls nothing exported before there is a package', async () => {
    for (const face of [await shown(), await page()]) {
      expect(face).not.toContain('exported');
      expect(face).toContain('none was on record when this receipt was issued');
    }
  });

  it('tells what was withheld from what was handed over', async () => {
    const operator = await service.key('operator');
    const headers = { authorization: `Bearer ${operator}` };
    const answer = await fetch(`${service.url}/v1/requests/${id}/package`, { headers });
    await answer.arrayBuffer();
    const { receipt } = await service.application.receipts.show(id);
    const told = receipt.tasks[0]!.outcomes.find(({ resource }) => resource === 'messages')!;
    const [redaction] = receipt.parts['redaction'] as unknown as [
      { readonly withheld: readonly { resource: string; reason: string; count: number }[] },
    ];
    const notes = redaction.withheld.find(({ resource }) => resource === 'messages')!;
    expect(notes).toMatchObject({ reason: 'internal_note' });
    expect(notes.count).toBeGreaterThan(0);
    const handedOver = told.count - notes.count;
    const seen = await shown();
    expect(seen).toContain(`messages: ${handedOver} exported`);
    expect(seen).toContain(
      `messages: ${notes.count} withheld. A placeholder stands in its place: internal note`,
    );
    const html = await page();
    expect(html).toContain(`<td>messages</td><td>${handedOver}</td><td>exported</td>`);
    expect(html).toContain(`<td>messages</td><td>${notes.count}</td><td>withheld</td>`);
    expect(html).toContain(`${notes.count} × internal note (messages)`);
    expect(html).not.toMatch(/internal_note|other_person|not_found/);
  });
});

describe('the receipt over HTTP', () => {
  it('is the bytes that the command writes, and its checksum the one it is known by', async () => {
    const answer = await get({ accept: 'application/jose' });
    const body = await answer.text();
    expect(answer.headers.get('content-type')).toBe('application/jose');
    expect(body).toBe(await writtenAs('jws'));
    const { hash } = await service.application.receipts.show(id);
    expect(createHash('sha256').update(body).digest('hex')).toBe(hash);
    expect(await (await get({ accept: 'text/html' })).text()).toBe(await writtenAs('html'));
  });

  it.each([
    ['*/*', 'application/json; charset=utf-8'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html; charset=utf-8'],
    ['application/json, text/html;q=0.5', 'application/json; charset=utf-8'],
  ])('comes for Accept: %s as %s', async (accept, type) => {
    const answer = await get({ accept });
    await answer.arrayBuffer();
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('vary')).toContain('Accept');
  });

  it.each(['application/json', 'application/jose', 'text/html'])(
    'is not sent again as %s until there is another version',
    async (accept) => {
      const first = await get({ accept });
      await first.arrayBuffer();
      const etag = first.headers.get('etag')!;
      for (const known of [etag, `"other", W/${etag}`, '*']) {
        const again = await get({ accept, 'if-none-match': known });
        expect({ status: again.status, body: await again.text() }).toEqual({ status: 304, body: '' });
        expect(again.headers.get('etag')).toBe(etag);
      }
      await service.application.requests.hold(id, `While ${accept} is looked at.`);
      const other = await get({ accept, 'if-none-match': etag });
      await other.arrayBuffer();
      expect(other.status).toBe(200);
      expect(other.headers.get('etag')).not.toBe(etag);
      await service.application.requests.release(id);
    },
  );

  it('has another ETag in each form', async () => {
    const tags: (string | null)[] = [];
    for (const accept of ['application/json', 'application/jose', 'text/html']) {
      const answer = await get({ accept });
      await answer.arrayBuffer();
      tags.push(answer.headers.get('etag'));
    }
    expect(new Set(tags).size).toBe(3);
    expect(tags).not.toContain(null);
  });
});

describe('dsr receipt verify, as a process', () => {
  async function verify(receipt: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const [file, jwks] = [join(folder.path, 'given.jws'), join(folder.path, 'jwks.json')];
    writeFileSync(file, receipt);
    writeFileSync(jwks, JSON.stringify(await service.application.receipts.keySet()));
    const child = spawn(process.execPath, [dsr, 'receipt', 'verify', file, '--jwks', jwks]);
    const ended = once(child, 'close') as Promise<[number | null]>;
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, stdout, stderr };
  }

  it('ends with 0 for a receipt as it was written, with a line break after it or without', async () => {
    const jws = await writtenAs('jws');
    for (const receipt of [jws, `${jws}\n`]) {
      const { code, stdout } = await verify(receipt);
      expect({ code, holds: stdout.includes('the receipt holds') }).toEqual({ code: 0, holds: true });
    }
  });

  it.each([
    ['another word in it', (jws: string) => changed(jws, '"completed"', '"cancelled"'), 'signature'],
    ['its end missing', (jws: string) => jws.slice(0, -1), 'no signed text|signature'],
    ['something else in its place', () => 'deleted, we promise', 'no signed text'],
  ])('ends with 9 and says why for one with %s', async (_, change, why) => {
    const { code, stdout, stderr } = await verify(change(await writtenAs('jws')));
    expect({ code, stdout }).toEqual({ code: 9, stdout: '' });
    expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(new RegExp(why));
  });
});

/** The signed text with another payload and the old signature. */
function changed(jws: string, from: string, to: string): string {
  const [head = '', payload = '', signature = ''] = jws.split('.');
  const said = Buffer.from(payload, 'base64url').toString('utf8');
  expect(said).toContain(from);
  return [head, Buffer.from(said.replace(from, to)).toString('base64url'), signature].join('.');
}
