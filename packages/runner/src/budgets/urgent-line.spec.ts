import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UrgentLine } from './urgent-line.js';
import { compareCalls, currentUrgency, withUrgency, type CallUrgency } from './urgency.js';

const { signal } = new AbortController();
const urgencyOf = (due: number, received: number, kind: CallUrgency['kind']): CallUrgency => ({
  dueAt: new Date(due),
  receivedAt: new Date(received),
  kind,
});
const urgencies = fc
  .tuple(fc.nat(3), fc.nat(3), fc.constantFrom<CallUrgency['kind']>('scan', 'read', 'open', 'erase'))
  .map((parts) => urgencyOf(...parts));
/** Somebody joins, or a permit is there; fewer permits than callers make a line. */
const events = fc.array(fc.oneof(urgencies, fc.constant('permit' as const)), { maxLength: 60 });

interface Admission {
  readonly admitted: CallUrgency;
  /** Who waited, the admitted one included. */
  readonly waited: readonly CallUrgency[];
}

async function admissionsOf(happening: readonly (CallUrgency | 'permit')[]): Promise<readonly Admission[]> {
  const line = new UrgentLine();
  const waiting: CallUrgency[] = [];
  const admissions: Admission[] = [];
  const admit = async () => {
    const waited = [...waiting];
    line.admitFirst();
    await Promise.resolve();
    const admitted = waited.find((each) => !waiting.includes(each));
    if (admitted !== undefined) admissions.push({ admitted, waited });
  };
  for (const event of happening) {
    if (event === 'permit') await admit();
    else {
      const urgency = { ...event };
      waiting.push(urgency);
      void line.join(urgency, signal).then(() => waiting.splice(waiting.indexOf(urgency), 1));
    }
  }
  while (line.length > 0) await admit();
  expect(waiting).toEqual([]);
  return admissions;
}

const isScan = ({ kind }: CallUrgency) => kind === 'scan';
const isShort = (urgency: CallUrgency) => !isScan(urgency);

describe('the line for permits', () => {
  it('serves the more urgent first among work of a kind, and who came first among the equally urgent', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (happening) => {
        for (const { admitted, waited } of await admissionsOf(happening)) {
          const alike = waited.filter((each) => isScan(each) === isScan(admitted));
          const better = alike.slice(0, alike.indexOf(admitted)).map((each) => compareCalls(each, admitted));
          expect(better.every((order) => order > 0)).toBe(true);
          expect(alike.every((each) => compareCalls(each, admitted) >= 0)).toBe(true);
        }
      }),
    );
  });

  it('lets a scan before short work as urgent only in its guaranteed turn, once in four', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (happening) => {
        let since = Infinity;
        for (const { admitted, waited } of await admissionsOf(happening)) {
          since += 1;
          const jumped = waited.some((each) => isShort(each) && compareCalls(each, admitted) <= 0);
          if (!isScan(admitted) || !jumped) continue;
          expect(since).toBeGreaterThanOrEqual(4);
          since = 0;
        }
      }),
    );
  });

  it.each([
    ['a scan', isScan],
    ['short work', isShort],
  ])('gives %s at least one permit in four while it waits', async (_, isKind) => {
    await fc.assert(
      fc.asyncProperty(events, async (happening) => {
        let without = 0;
        for (const { admitted, waited } of await admissionsOf(happening)) {
          without = isKind(admitted) || !waited.some(isKind) ? 0 : without + 1;
          expect(without).toBeLessThan(4);
        }
      }),
    );
  });

  it('serves before all others what a person waits for', async () => {
    const line = new UrgentLine();
    const served: string[] = [];
    const turns = [
      line.join(urgencyOf(0, 0, 'read'), signal).then(() => served.push('read')),
      line.join(undefined, signal).then(() => served.push('person')),
    ];
    line.admitFirst();
    line.admitFirst();
    line.admitFirst();
    await Promise.all(turns);
    expect(served).toEqual(['person', 'read']);
  });

  it('closes up behind who leaves, and forgets who was admitted or refused', async () => {
    const line = new UrgentLine();
    const callers = [1, 2, 3].map(() => new AbortController());
    const [first, second, third] = callers.map((caller) => line.join(undefined, caller.signal));
    callers[1]?.abort(new Error('left'));
    await expect(second).rejects.toThrow('left');
    line.admitFirst();
    await first;
    line.refuseAll(new Error('down'));
    await expect(third).rejects.toThrow('down');
    expect(line.length).toBe(0);
    for (const caller of callers) expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
  });
});

describe('the urgency of work', () => {
  it('reaches what the work calls, and nothing else', async () => {
    const one = urgencyOf(1, 1, 'scan');
    const other = urgencyOf(2, 2, 'read');
    const deepDown = async () => {
      await Promise.resolve();
      return currentUrgency();
    };
    const seen = await Promise.all([withUrgency(one, deepDown), withUrgency(other, deepDown), deepDown()]);
    expect(seen).toEqual([one, other, undefined]);
  });
});
