import { personAt, type Person } from '../../src/simulator/index.js';
import type { Customer, Post } from './model.js';

interface StoredThread {
  readonly id: string;
  readonly participants: readonly string[];
}

interface StoredPost extends Post {
  readonly threadId: string;
}

/** What Otter Desk holds. */
export interface Desk {
  readonly customers: Map<string, Customer>;
  readonly threads: Map<string, StoredThread>;
  readonly posts: Map<string, StoredPost>;
}

/** The one member of staff. */
export const AGENT = 'Odo Agent';

const STAFF_POSTS: readonly StoredPost[] = [false, true].map((note) => ({
  id: `pshared-1-staff-${note ? 'note' : 'answer'}`,
  threadId: 'shared-1',
  customerId: null,
  name: AGENT,
  note,
  text: 'We are looking into it.',
}));

/** Person 1 shares two threads with person 3; person 2 shares nothing. Everybody is two customers. */
export function newDesk(): Desk {
  const customers = [1, 2, 3].flatMap(customersOf);
  const own = customers.flatMap(({ id }) =>
    [1, 2].map((nth) => ({ id: `t${id}-${nth}`, participants: [id] })),
  );
  const shared = [1, 2].map((nth) => ({ id: `shared-${nth}`, participants: ['c1-1', 'c3-1'] }));
  const threads = [...own, ...shared];
  const posts = [...threads.flatMap(postsOf), ...STAFF_POSTS];
  return { customers: byId(customers), threads: byId(threads), posts: byId(posts) };
}

/** The person whose customer it is. */
export function personOf(customerId: string): Person {
  return personAt('otter', Number(/^c(\d+)-/.exec(customerId)?.[1]));
}

export function customerIds({ index }: Person): readonly string[] {
  return [`c${index}-1`, `c${index}-2`];
}

/** Only the first customer has a reference and a second address. */
function customersOf(index: number): readonly Customer[] {
  const { email, phone, canary } = personAt('otter', index);
  const common = { email, phone };
  return [
    { ...common, id: `c${index}-1`, reference: `ref-${index}`, otherEmails: [`${canary}@home.example`] },
    { ...common, id: `c${index}-2`, reference: null, otherEmails: [] },
  ];
}

function postsOf({ id, participants }: StoredThread): readonly StoredPost[] {
  return participants.flatMap((customerId) =>
    [1, 2].map((nth) => ({
      id: `p${id}-${customerId}-${nth}`,
      threadId: id,
      customerId,
      name: personOf(customerId).name,
      note: false,
      text: `${personOf(customerId).canary} wrote no. ${nth}`,
    })),
  );
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): Map<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
