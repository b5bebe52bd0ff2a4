import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyExport } from '../../src/audit/verify-export.js';
import type { AuditVerificationView } from '../../src/application/views/audit-view.js';
import type { PublicKeySet } from '../../src/signing/json-web-key-set.js';
import { startAuditWorld, type AuditWorld } from './world.js';

describe('an exported audit log', () => {
  let world: AuditWorld;
  let keys: PublicKeySet;
  let small: Buffer;
  let large: Buffer;

  beforeAll(async () => {
    world = await startAuditWorld();
    await world.write(3);
    small = Buffer.from(await world.exported(), 'utf8');
    await world.write(600);
    large = Buffer.from(await world.exported(), 'utf8');
    keys = await world.signing.keySet();
  });

  afterAll(() => world.stop());

  function verify(bytes: Uint8Array, checkpoint?: string): Promise<AuditVerificationView> {
    // In pieces, as a file comes.
    const parts = (function* () {
      for (let start = 0; start < bytes.length; start += 1000) yield bytes.subarray(start, start + 1000);
    })();
    const given = checkpoint === undefined ? {} : { checkpoint };
    return verifyExport(stream(parts), { keys, ...given });
  }

  async function* stream(parts: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for (const part of parts) yield await Promise.resolve(part);
  }

  function linesOf(bytes: Buffer): string[] {
    return bytes.toString('utf8').trim().split('\n');
  }

  async function problemsOf(lines: readonly string[], end = '\n'): Promise<readonly string[]> {
    const { holds, problems } = await verify(Buffer.from(lines.join('\n') + end, 'utf8'));
    expect(holds).toBe(problems.length === 0);
    return problems.map(({ kind, seq }) => `${kind} ${seq}`);
  }

  it('holds as it was exported', async () => {
    const entries = linesOf(large).length - 1;
    expect(await verify(large)).toEqual({
      holds: true,
      firstEntry: 1,
      lastEntry: entries,
      entries,
      checkpoints: 1,
      changeable: null,
      problems: [],
      moreProblems: 0,
    });
  });

  it('does not when any of its bytes is flipped in any way', async () => {
    for (let place = 0; place < small.length; place += 1) {
      const mask = 1 << (place % 8);
      for (const bits of [mask, 0x20]) {
        const flipped = Buffer.from(small);
        flipped[place]! ^= bits;
        if ((await verify(flipped)).holds) throw new Error(`Byte ${place} was flipped by ${bits} unnoticed.`);
      }
    }
  });

  it('names the entry whose byte was flipped, in a large one too', async () => {
    const starts = [0];
    for (const [place, byte] of large.entries()) if (byte === 0x0a) starts.push(place + 1);
    const ofEntries = { min: 0, max: starts.at(-2)! - 2 };
    await fc.assert(
      fc.asyncProperty(fc.integer(ofEntries), fc.integer({ min: 1, max: 255 }), async (place, bits) => {
        const flipped = Buffer.from(large);
        flipped[place]! ^= bits;
        const { problems } = await verify(flipped);
        const seq = starts.filter((start) => start <= place).length;
        expect(problems.some((problem) => problem.seq <= seq && seq <= problem.through)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('names the first and the last entry too when their numbers are changed', async () => {
    const lines = linesOf(large);
    const entries = lines.length - 1;
    for (const seq of [1, entries]) {
      for (const other of [seq + 2, seq === 1 ? seq + 4 : seq - 2]) {
        const changed = lines.with(seq - 1, lines[seq - 1]!.replace(/"seq":\d+/, `"seq":${other}`));
        const { problems } = await verify(Buffer.from(`${changed.join('\n')}\n`, 'utf8'));
        expect(problems.filter((problem) => problem.seq <= seq && seq <= problem.through)).not.toEqual([]);
        expect(problems.filter((problem) => problem.through < 3 || problem.seq > entries - 4)).toEqual(
          problems,
        );
      }
    }
  });

  it('does not when it is cut off anywhere', async () => {
    for (let length = 1; length < small.length; length += 1) {
      expect((await verify(small.subarray(0, length))).holds).toBe(false);
    }
    await expect(verify(Buffer.alloc(0))).rejects.toThrow('it is empty');
  });

  it('tells entries that were removed, moved, repeated or added', async () => {
    const [first = '', second = '', third = '', ...rest] = linesOf(small);
    expect(await problemsOf([first, third, ...rest])).toEqual(['missing 2']);
    expect(await problemsOf([first, third, second, ...rest])).toEqual(['missing 2', 'moved 2']);
    expect(await problemsOf([first, second, second, third, ...rest])).toEqual(['moved 2']);
    expect(await problemsOf([first, second, third, ...rest, third])).toEqual([`changed ${rest.length + 3}`]);
    expect(await problemsOf([first, second, third, '', ...rest])).toContain('changed 4');
    expect(await problemsOf([first, second, ...rest.slice(0, -1), third])).not.toEqual([]);
  });

  it('tells an entry that was written anew with a fitting hash', async () => {
    const lines = linesOf(small);
    const { entryHash } = await import('../../src/audit/chain.js');
    const forged = JSON.parse(lines[1]!) as { seq: number; at: string; actor: string; previous: string };
    const content = { ...forged, actor: 'nobody' } as never as Parameters<typeof entryHash>[0];
    const hash = entryHash({
      ...content,
      at: new Date(forged.at),
      previous: Buffer.from(forged.previous, 'hex'),
    });
    lines[1] = lines[1]!
      .replace('"actor":"cli"', '"actor":"nobody"')
      .replace(/"hash":"\w+"/, `"hash":"${hash.toString('hex')}"`);
    expect(await problemsOf(lines)).toEqual(['unlinked 3']);
  });

  it('does not hold by the keys of somebody else', async () => {
    const other = await startAuditWorld();
    await other.write(1);
    await other.exported();
    const theirs = await other.signing.keySet();
    await other.stop();
    const { problems } = await verifyExport(stream([small]), { keys: theirs });
    expect(problems.map(({ kind }) => kind)).toEqual(['unsigned']);
  });

  it('holds after the key that signed it was replaced', async () => {
    await world.signing.rotate('cli');
    keys = await world.signing.keySet();
    expect((await verify(large)).holds).toBe(true);
  });

  it('is compared with a checkpoint that was kept elsewhere', async () => {
    await world.checkpoints.keep();
    const [checkpoint = ''] = world.kept();
    const all = Buffer.from(await world.exported(), 'utf8');
    expect(await verify(all, checkpoint)).toMatchObject({ holds: true, checkpoints: 2 });
    const { holds, problems } = await verify(large, checkpoint);
    expect(holds).toBe(false);
    expect(problems[0]).toMatchObject({ kind: 'truncated', seq: linesOf(large).length });
    await expect(verify(all, `${checkpoint}x`)).rejects.toThrow();
  });

  it('may be a part by time, which holds by itself', async () => {
    const { items } = await world.service.page({}, null, 100);
    const from = new Date(items[1]!.at);
    // Several entries may be of one millisecond.
    const to = new Date(items.find(({ at }) => new Date(at) > from)!.at);
    let text = '';
    for await (const line of await world.service.export({ from, to })) text += line;
    const view = await verify(Buffer.from(text, 'utf8'));
    expect(view).toMatchObject({ holds: true, checkpoints: 1 });
    expect(view.firstEntry).toBeGreaterThan(0);
    await expect(world.service.export({ from: new Date('2100-01-01') })).rejects.toThrow(
      'no entry from that time',
    );
  });

  it('is told in the log itself', async () => {
    const { items } = await world.service.page({ newestFirst: true }, null, 1);
    expect(items[0]).toMatchObject({ action: 'audit.exported', actor: 'cli' });
  });
});
