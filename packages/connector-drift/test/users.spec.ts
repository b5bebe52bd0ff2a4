import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { findUsers } from '../src/people/users.js';
import { contextFor } from './support/context.js';
import { withVendor, type Reply, type Vendor } from './support/vendor.js';

const mara = { id: 9, name: 'Mara Weiss' };
const told: Reply = { body: { data: [mara] } };

/** A list of users that the vendor gives when it is let to, after these failures. */
function heldList(failures: readonly Reply[] = []) {
  const events = new EventEmitter();
  const asked = once(events, 'asked');
  const released = once(events, 'released');
  const replies = [...failures];
  return {
    answer: () => {
      events.emit('asked');
      return replies.shift() ?? released.then(() => told);
    },
    asked,
    release: () => {
      events.emit('released');
    },
  };
}

/** Asks of one connection, each with a signal of its own. */
function asker(vendor: Vendor) {
  const context = contextFor(vendor, ['user_read']);
  return (signal = context.signal) =>
    findUsers({ ...context, signal }, [9], () => Promise.resolve()).catch((error: unknown) => error);
}

describe('the list of users', () => {
  it('is one call for all who ask while it is under way', async () => {
    const list = heldList();
    await withVendor(list.answer, async (vendor) => {
      const ask = asker(vendor);
      const asks = [ask(), ask(), ask()];
      await list.asked;
      asks.push(ask());
      list.release();
      expect(await Promise.all(asks)).toEqual([[mara], [mara], [mara], [mara]]);
      expect(vendor.calls).toHaveLength(1);
    });
  });

  it('goes on for the others when the first who asked gives up', async () => {
    const list = heldList();
    const first = new AbortController();
    await withVendor(list.answer, async (vendor) => {
      const ask = asker(vendor);
      const [gone, stays] = [ask(first.signal), ask()];
      await list.asked;
      first.abort();
      expect(await gone).toMatchObject({ code: 'cancelled' });
      list.release();
      expect(await stays).toEqual([mara]);
      expect(vendor.calls).toHaveLength(1);
    });
  });

  it('is given up with the last who asked, and asked for again', async () => {
    const list = heldList();
    const both = [new AbortController(), new AbortController()];
    await withVendor(list.answer, async (vendor) => {
      const ask = asker(vendor);
      const gone = both.map(({ signal }) => ask(signal));
      await list.asked;
      for (const one of both) one.abort();
      const next = ask();
      expect(await Promise.all(gone)).toMatchObject([{ code: 'cancelled' }, { code: 'cancelled' }]);
      list.release();
      expect(await next).toEqual([mara]);
      expect(vendor.calls).toHaveLength(2);
    });
  });

  it('fails for all who wait for it, and is asked for again', async () => {
    const down = Array.from({ length: 4 }, () => ({ status: 503 }));
    const list = heldList(down);
    list.release();
    await withVendor(list.answer, async (vendor) => {
      const ask = asker(vendor);
      expect(await Promise.all([ask(), ask()])).toMatchObject([{ code: 'transient' }, { code: 'transient' }]);
      expect(vendor.calls).toHaveLength(down.length);
      expect(await ask()).toEqual([mara]);
    });
  });
});
