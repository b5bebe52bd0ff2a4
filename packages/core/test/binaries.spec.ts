import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CancelledError, TransientError, VendorContractError } from '../src/errors/index.js';
import type { Send } from '../src/http/index.js';
import { call, pipelineTo } from './support/calls.js';
import { json, startVendor, type Vendor } from './support/vendor.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let vendor: Vendor;
beforeEach(async () => {
  vendor = await startVendor();
});
afterEach(() => vendor.close());

describe('binaries', () => {
  const download = (send: Send, init?: RequestInit) =>
    call(send, `${vendor.origin}/files/7`, init, '/files/{fileId}');

  it('are streamed on before they are complete', async () => {
    let finish: () => unknown = () => undefined;
    vendor.answerWith((response) => {
      response.write('first');
      finish = () => response.end('second');
    });
    const answer = await download(pipelineTo(vendor.origin));
    const reader = answer.body!.getReader();
    expect(Buffer.from((await reader.read()).value).toString()).toBe('first');
    finish();
    expect(Buffer.from((await reader.read()).value).toString()).toBe('second');
    expect((await reader.read()).done).toBe(true);
  });

  it('are cut off when larger than allowed', async () => {
    vendor.answerWith((response) => {
      response.write('x'.repeat(600), () => response.end('x'.repeat(600)));
    });
    const answer = await download(pipelineTo(vendor.origin, { limits: { maxBinaryBytes: 1000 } }));
    await expect(answer.arrayBuffer()).rejects.toThrow(VendorContractError);
  });

  it('fail as transient when the connection breaks, and as cancelled when given up', async () => {
    vendor.answerWith((response, count) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('some', () => (count === 1 ? response.destroy() : undefined));
    });
    const broken = await download(pipelineTo(vendor.origin));
    await expect(broken.arrayBuffer()).rejects.toThrow(TransientError);
    const caller = new AbortController();
    const left = await download(pipelineTo(vendor.origin), { signal: caller.signal });
    caller.abort();
    await expect(left.arrayBuffer()).rejects.toThrow(CancelledError);
  });

  it('fail as transient when the vendor stalls, and hang up', async () => {
    const closed = new Promise((resolve) => {
      vendor.answerWith((response) => {
        response.on('close', resolve).write('some');
      });
    });
    const answer = await download(pipelineTo(vendor.origin, { limits: { attemptTimeoutMs: 200 } }));
    const reader = answer.body!.getReader();
    expect(Buffer.from((await reader.read()).value).toString()).toBe('some');
    await expect(reader.read()).rejects.toThrow(TransientError);
    await closed;
  });

  it('fail as transient when they trickle for too long', async () => {
    vendor.answerWith((response) => {
      const trickle = setInterval(() => response.write('x'), 5);
      response.on('close', () => {
        clearInterval(trickle);
      });
    });
    const answer = await download(pipelineTo(vendor.origin, { limits: { maxBinaryWaitMs: 100 } }));
    await expect(answer.arrayBuffer()).rejects.toThrow(TransientError);
  });

  it('are hung up on when given up, also once nobody holds the request any more', async () => {
    const closed = new Promise((resolve) => {
      vendor.answerWith((response) => {
        response.on('close', resolve).write('some');
      });
    });
    const caller = new AbortController();
    const answer = await download(pipelineTo(vendor.origin), { signal: caller.signal });
    const reader = answer.body!.getReader();
    await reader.read();
    const next = reader.read();
    for (let rounds = 0; rounds < 5; rounds += 1) {
      collectGarbage();
      await new Promise((resolve) => setImmediate(resolve));
    }
    caller.abort();
    await expect(next).rejects.toThrow(CancelledError);
    await closed;
  });

  it('hang up when their reader leaves', async () => {
    const closed = new Promise((resolve) => {
      vendor.answerWith((response) => {
        response.on('close', resolve).write('some');
      });
    });
    const answer = await download(pipelineTo(vendor.origin));
    for await (const piece of answer.body!) {
      expect(Buffer.from(piece as Uint8Array).toString()).toBe('some');
      break;
    }
    await closed;
  });

  it('that are not there are ordinary answers', async () => {
    vendor.answerWith((response) => {
      json(response, 404, { error: 'gone' });
    });
    const answer = await download(pipelineTo(vendor.origin));
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'gone' }]);
  });
});
