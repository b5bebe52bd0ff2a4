import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WaitingLine } from './waiting-line.js';

const { signal } = new AbortController();

describe('a waiting line', () => {
  it('admits whoever came first', async () => {
    const line = new WaitingLine();
    const admitted: number[] = [];
    const turns = [1, 2, 3].map((each) => line.join(signal).then(() => admitted.push(each)));
    expect(line.length).toBe(3);
    line.admitFirst();
    line.admitFirst();
    await Promise.all(turns.slice(0, 2));
    expect([admitted, line.length]).toEqual([[1, 2], 1]);
  });

  it('closes up behind who leaves', async () => {
    const line = new WaitingLine();
    const leaving = new AbortController();
    const first = line.join(signal);
    const second = line.join(leaving.signal);
    const third = line.join(signal);
    leaving.abort(new Error('left'));
    await expect(second).rejects.toThrow('left');
    expect(line.length).toBe(2);
    line.admitFirst();
    line.admitFirst();
    await Promise.all([first, third]);
  });

  it('takes no place from the others when who was admitted gives up', async () => {
    const line = new WaitingLine();
    const caller = new AbortController();
    const first = line.join(caller.signal);
    const second = line.join(signal);
    line.admitFirst();
    await first;
    expect(getEventListeners(caller.signal, 'abort')).toHaveLength(0);
    caller.abort();
    expect(line.length).toBe(1);
    line.admitFirst();
    await second;
  });

  it('may be empty', () => {
    const line = new WaitingLine();
    line.admitFirst();
    expect(line.length).toBe(0);
  });

  it('serves in order of arrival those who stay, whoever leaves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 20 }), async (staying) => {
        const line = new WaitingLine();
        const served: number[] = [];
        const callers = staying.map(() => new AbortController());
        const turns = callers.map((caller, each) =>
          line.join(caller.signal).then(
            () => served.push(each),
            () => undefined,
          ),
        );
        callers
          .filter((_, each) => !staying[each])
          .forEach((caller) => {
            caller.abort();
          });
        while (line.length > 0) line.admitFirst();
        await Promise.all(turns);
        expect(served).toEqual([...staying.keys()].filter((each) => staying[each]));
      }),
    );
  });
});
