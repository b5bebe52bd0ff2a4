import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { attachment, chatResources, contact, conversation, message } from './support/chat-records.js';
import { pageScript } from '../../src/package/html/page-script.js';
import { memorySource, type MemorySection } from './support/memory-source.js';
import { writtenAndRead } from './support/written.js';

async function pageOf(...sections: readonly Partial<MemorySection>[]): Promise<string> {
  const complete = sections.map((section) => ({ resources: chatResources, records: [], ...section }));
  return (await writtenAndRead(memorySource(...complete))).page;
}

const hostile =
  '</style></script><script>alert(1)</script>" onclick="x\' `<img src=https://evil.example/x onerror=alert(1)>';
const everywhere: Partial<MemorySection> = {
  connection: hostile,
  resources: chatResources.map((resource) => ({
    ...resource,
    title: hostile,
    description: hostile,
    dataCategories: [hostile],
  })),
  records: [
    contact(hostile, { [hostile]: { [hostile]: [hostile, hostile] }, at: hostile }),
    conversation('k1', hostile, hostile),
    message('m1', 'k1', {
      title: hostile,
      text: hostile,
      author: { kind: 'bot', name: hostile, internal: false },
    }),
    attachment('a1', 'm1', hostile),
    attachment('a2', 'm1', 'javascript:alert(1)'),
    attachment('a3', 'm1', `${hostile}.pdf`),
  ],
  files: new Map([
    ['a1', Buffer.from('1')],
    ['a2', Buffer.from('2')],
    ['a3', Buffer.from('3')],
  ]),
  outcomes: [{ resource: hostile, outcome: 'failed', count: 1, reason: hostile }],
  notCovered: [{ what: hostile, why: hostile, remedy: hostile, capability: 'access' }],
};

/** The names of all start tags of a page, and all attributes that name an address. */
function tagsOf(page: string): { readonly names: ReadonlySet<string>; readonly links: readonly string[] } {
  const tags = [...page.matchAll(/<([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g)];
  const links = tags.flatMap(([, , attributes]) => [
    ...(attributes ?? '').matchAll(/ (?:href|src)="([^"]*)"/g),
  ]);
  return { names: new Set(tags.map(([, name]) => name ?? '')), links: links.map(([, link]) => link ?? '') };
}

const linkOfPackage = /^(?:#|(?:\.\.\/)?(?:attachments|data|pages)\/|\.\.\/index\.html$)[\w%.~/-]*$/;

describe('the page', () => {
  it('holds no element, attribute or address that vendor text asks for', async () => {
    const whole = await pageOf(everywhere);
    const pages = whole.split('<!doctype html>').length - 1;
    expect(whole.split(`<script>${pageScript.text}</script>`)).toHaveLength(pages + 1);
    const page = whole.replaceAll(`<script>${pageScript.text}</script>`, '');
    const { names, links } = tagsOf(page);
    for (const forbidden of ['script', 'img', 'iframe', 'object', 'link', 'form', 'base']) {
      expect(page).not.toMatch(new RegExp(`<${forbidden}\\b`));
      expect(names).not.toContain(forbidden);
    }
    expect(page.match(/<\/style>/g)).toHaveLength(pages);
    expect(page.match(/<(?![a-z/!])/g)).toBeNull();
    expect(page.replace(/="[^"<>]*"/g, '')).not.toMatch(/<[a-z][^>]*=/);
    for (const link of links) expect(link).toMatch(linkOfPackage);
    expect(links.filter((link) => link.startsWith('../attachments/'))).toHaveLength(1);
  });

  it('forbids everything but its own script and style sheet, and pictures of the package', async () => {
    const page = await pageOf({});
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/
      .exec(page)?.[1]
      ?.replaceAll('&#39;', "'");
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; img-src 'self'; base-uri 'none'; form-action 'none'$/,
    );
  });

  it('shows a conversation below its contact, its messages with authors in words, and files as links', async () => {
    const records = [
      contact('c1', { name: 'Ada' }),
      conversation('k1', 'c1', 'About an invoice'),
      message('m1', 'k1', { text: 'first' }),
      message('m2', 'k1', { text: 'second', author: { kind: 'agent', name: 'Sam', internal: true } }),
      message('m3', 'k1', { text: 'third', author: { kind: 'bot', internal: false } }),
      message('m4', 'k1', { text: 'fourth', author: { kind: 'other_person', internal: false } }),
      attachment('a1', 'm2', 'my bill.pdf'),
      attachment('a2', 'm2', 'lost.pdf'),
    ];
    const page = await pageOf({ records, files: new Map([['a1', Buffer.alloc(2048)]]) });
    const words = page
      .slice(page.indexOf('<article'))
      .replace(/<[^>]*>/g, '\n')
      .replace(/\s*\n\s*/g, '|');
    expect(words).toContain('|About an invoice|');
    expect(words).toMatch(
      /You\|14 Nov 2025, 09:05 UTC\|first\|Support agent\|Sam\|Internal note\|.*\|second\|my bill.pdf\|/,
    );
    expect(words).toMatch(
      /lost.pdf\|could not be retrieved\|Automated message\|.*third\|Another person\|.*fourth/,
    );
    expect(page).toContain('<a href="../attachments/drift-main/a1_my%20bill.pdf"');
  });

  it('says what is missing, what is not covered and why, but not what only the company can do', async () => {
    const page = await pageOf({
      outcomes: [
        { resource: 'contacts', outcome: 'exported', count: 1 },
        { resource: 'messages', outcome: 'blocked', count: 0, reason: 'Grant the scope conversation_read.' },
      ],
      notCovered: [
        { what: 'Timeline events', why: 'No call reads them.', remedy: 'Ask support.', capability: 'access' },
        { what: 'Backups', why: 'Kept 30 days.', remedy: 'Wait.', capability: 'deletion' },
      ],
    });
    expect(page).toContain('could not be collected until somebody acts.');
    expect(page).toContain('Grant the scope conversation_read.');
    expect(page).toMatch(/Timeline events<.*No call reads them\.</);
    expect(page).not.toContain('Ask support.');
    expect(page).not.toContain('Backups');
    expect(page).not.toContain('handed over');
  });

  it('says nothing is missing where all went well', async () => {
    const page = await pageOf({ outcomes: [{ resource: 'contacts', outcome: 'exported', count: 1 }] });
    expect(page).not.toContain('What is missing');
    expect(page).not.toContain('could not be included. “');
  });

  it('shows records without a parent by themselves, and says where those are whose parent is missing', async () => {
    const { parent, ...alone } = message('m1', 'k', { text: 'I stand alone' });
    const page = await pageOf({ records: [alone, message('m2', 'nowhere', { text: 'I am not shown' })] });
    expect(parent).toBeDefined();
    expect(page).toContain('I stand alone');
    expect(page).not.toContain('I am not shown');
    expect(page).toMatch(/1 more records in <a href="..\/data\/drift-main\/messages.jsonl">/);
  });

  it('ends for records that are their own parent', async () => {
    const replies = [{ ...contact('1'), parent: { resource: 'contacts', id: '1' } }];
    expect(await pageOf({ records: replies })).toMatch(/1 more records in/);
  });

  it('names every connection, and leads to nowhere that is not there', async () => {
    const page = await pageOf({ connection: 'drift-eu' }, { connection: 'drift-us' });
    const anchors = tagsOf(page).links.filter((each) => each.startsWith('#'));
    expect(anchors.length).toBeGreaterThan(3);
    for (const link of anchors) expect(page).toContain(`id="${link.slice(1)}"`);
    expect(page).toContain('<bdi>drift-eu</bdi>');
    expect(page).toContain('<bdi>drift-us</bdi>');
  });

  it('opens and closes every element, with headings that skip no level', async () => {
    const records = [contact('c', { a: { b: [1] } }), conversation('k', 'c'), message('m', 'k')];
    const { pages } = await writtenAndRead(memorySource({ resources: chatResources, records }));
    expect(pages).toHaveLength(2);
    pages.forEach(checkElements);
  });
});

function checkElements(page: string): void {
  const body = page.slice(page.indexOf('</style>')).replace(pageScript.text, '');
  for (const name of new Set([...body.matchAll(/<\/([a-z0-9]+)>/g)].map((found) => found[1] ?? ''))) {
    if (['style', 'head', 'html'].includes(name)) continue;
    expect(`${name} ${String(body.split(new RegExp(`<${name}[ >]`)).length)}`).toBe(
      `${name} ${String(body.split(`</${name}>`).length)}`,
    );
  }
  const levels = [...body.matchAll(/<h([1-6])[ >]/g)].map((found) => Number(found[1]));
  levels.slice(1).forEach((level, index) => {
    expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1);
  });
}
