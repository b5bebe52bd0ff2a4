import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { attachments } from '../src/attachments/attachments.js';
import { contextFor } from './support/context.js';
import { withVendor, type Reply } from './support/vendor.js';

const ref = {
  attachmentId: 5,
  position: 0,
  conversationId: 7,
  messageId: 1,
  fileName: 'a.pdf',
  mimeType: 'application/pdf',
};
const on = <Result>(reply: Reply, use: (context: ReturnType<typeof contextFor>) => Promise<Result>) =>
  withVendor(
    ({ path }) => (path === '/attachments/5/data' ? reply : undefined),
    (vendor) => use(contextFor(vendor)),
  );

describe('attachments', () => {
  it('are described without a call', async () => {
    const { records } = await on({ status: 500 }, (context) => attachments.read(context, ref, null));
    expect(records).toEqual([
      {
        id: '5',
        data: ref,
        parent: { resource: 'messages', id: '1' },
        title: 'a.pdf',
        file: { name: 'a.pdf', mediaType: 'application/pdf' },
      },
    ]);
  });

  it('are described without a file when Drift gives no id, and say so', async () => {
    const nameless = { ...ref, attachmentId: null, position: 2, fileName: null, mimeType: null };
    const { records, skipped } = await on({}, (context) => attachments.read(context, nameless, null));
    expect(skipped?.why).toContain('cannot be downloaded');
    expect(records).toMatchObject([
      { id: '1-2', title: 'attachment-2', text: expect.stringContaining('cannot be downloaded') },
    ]);
    expect(records[0]).not.toHaveProperty('file');
    expect(await on({}, (context) => attachments.open(context, nameless))).toEqual({ skipped });
  });

  it('are streamed as they are, JSON and empty files too', async () => {
    const opened = (body: string) =>
      on({ body, headers: { 'content-length': String(body.length) } }, async (context) => {
        const binary = await attachments.open(context, ref);
        if ('skipped' in binary) throw new Error('there is no file');
        return (await buffer(binary.body)).toString();
      });
    expect(await opened('{"not":"parsed"}')).toBe('{"not":"parsed"}');
    expect(await opened('')).toBe('');
  });

  it.each([404, 410])('that are gone (%d) are skipped with the reason', async (status) => {
    const opened = await on({ status }, (context) => attachments.open(context, ref));
    expect(opened).toEqual({ skipped: { why: expect.stringContaining('no longer knows') } });
  });

  it('refuse a web page in the place of a file, and take one that was announced', async () => {
    const page = { body: '<p>Sorry.</p>', headers: { 'content-type': 'text/html; charset=utf-8' } };
    await expect(on(page, (context) => attachments.open(context, ref))).rejects.toMatchObject({
      code: 'vendor_contract',
    });
    const announced = { ...ref, fileName: 'page.html', mimeType: null };
    expect(await on(page, (context) => attachments.open(context, announced))).toHaveProperty('body');
  });

  it.each([
    [403, 'missing_scope'],
    [500, 'transient'],
  ])('answered with %d are no files', async (status, code) => {
    await expect(
      on({ status, body: 'an error page' }, (context) => attachments.open(context, ref)),
    ).rejects.toMatchObject({ code });
  });
});
