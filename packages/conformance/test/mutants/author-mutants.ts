import type { DataRecord, Person } from '@privacy-connectors/core';
import { ConnectorError } from '@privacy-connectors/core/errors';
import { connector } from '../otter/connector.js';
import type { OtterContext } from '../otter/context.js';
import { otterVendor as vendor } from '../otter/vendor.js';
import { changing } from './changing.js';
import type { Mutant } from './mutant.js';

const told = 'every record of a thread says truly who wrote it, and whether it is internal';
const named = 'everybody whom the vendor names in a thread is among its people';
const silently = 'no answer to any call of an access makes records go missing silently';
const taken = 'nobody else is taken for the data subject';

/** Otter Desk's connector with other posts. */
function withPosts(change: (post: DataRecord) => DataRecord) {
  return changing(connector).withResource('posts', (steps) => ({
    read: async (...step) => {
      const page = await steps.read(...step);
      return { ...page, records: page.records.map(change) };
    },
  }));
}

function withPeople(change: (person: Person) => Person) {
  return withPosts((post) => ({ ...post, people: (post.people ?? []).map(change) }));
}

/** Otter Desk's connector that also asks for the customer to name them in their threads, and what it gives when that fails. */
function withNamesAsked(
  onFailure: (records: readonly DataRecord[], error: unknown) => readonly DataRecord[],
) {
  return changing(connector).withResource('threads', (steps) => ({
    read: async (...step) => {
      const page = await steps.read(...step);
      const [{ client, signal }, ref] = step as unknown as [OtterContext, { readonly id: string }];
      const records = await client.call('getCustomer', { path: `/customers/${ref.id}`, signal }).then(
        ({ email }) => page.records.map((record) => ({ ...record, people: [subjectAt(email)] })),
        (error: unknown) => onFailure(page.records, error),
      );
      return { ...page, records };
    },
  }));
}

function subjectAt(email: string): Person {
  return { kind: 'subject', names: [], identifiers: [{ kind: 'email', value: email }] };
}

/** A customer is asked for only to name them. */
const withNamesOnly = { ...vendor, namesOnly: ['getCustomer'] };

/** Connectors that are wrong about who wrote a record, and about whom it names. */
export const authorMutants: readonly Mutant[] = [
  {
    fault: 'does not say who wrote a record',
    connector: withPosts(({ author, ...post }) =>
      author?.kind === 'agent' ? post : { ...post, author: author! },
    ),
    vendor,
    check: told,
    says: /posts\/pshared-1-staff-answer has no author/,
  },
  {
    fault: 'shows internal notes as answers',
    connector: withPosts((post) => ({ ...post, author: { ...post.author!, internal: false } })),
    vendor,
    check: told,
    says: /is by agent, internally, not by agent$/,
  },
  {
    fault: 'takes agents for other people',
    connector: withPosts((post) =>
      post.author?.kind === 'agent' ? { ...post, author: { ...post.author, kind: 'other_person' } } : post,
    ),
    vendor,
    check: told,
    says: /is by agent, not by other_person/,
  },
  {
    fault: 'says of a record who wrote it, of which the vendor does not',
    connector: changing(connector).withResource('threads', (steps) => ({
      read: async (...step) => {
        const page = await steps.read(...step);
        const author = { kind: 'subject', internal: false } as const;
        return { ...page, records: page.records.map((record) => ({ ...record, author })) };
      },
    })),
    vendor,
    check: told,
    says: /the vendor has no `authors` of threads/,
  },
  {
    fault: 'names nobody',
    connector: withPosts((post) => ({ ...post, people: [] })),
    vendor,
    check: named,
    says: /a name of a person of the kind \w+ is missing/,
  },
  {
    fault: 'names people without what they are known by',
    connector: withPeople((person) => ({ ...person, identifiers: [] })),
    vendor,
    check: named,
    says: /an identifier \(user_id\) of a person of the kind other_person is missing/,
  },
  {
    fault: 'forgets the thread of a record',
    connector: withPosts(({ parent, ...post }) =>
      parent?.id === 'shared-1' ? post : { ...post, parent: parent! },
    ),
    vendor,
    check: named,
    says: /threads\/shared-1: a name/,
  },
  {
    fault: 'takes every customer for the data subject',
    connector: withPosts((post) =>
      post.author?.kind === 'other_person' ? { ...post, author: { ...post.author, kind: 'subject' } } : post,
    ),
    vendor,
    check: taken,
    says: /is by other_person and said to be by the data subject/,
  },
  {
    fault: 'names everybody as the data subject',
    connector: withPeople((person) => ({ ...person, kind: 'subject' })),
    vendor,
    check: taken,
    says: /somebody of the kind \w+ is among its people as the data subject/,
  },
  {
    fault: 'goes without names because the vendor was busy',
    connector: withNamesAsked((records) => records),
    vendor: withNamesOnly,
    check: silently,
    says: /getCustomer answered with .*: the step succeeded with another result/,
  },
  {
    fault: 'loses a record because its people are not told',
    connector: withNamesAsked((records, error) => {
      if (ConnectorError.is(error) && error.disposition !== 'stop') throw error;
      return records.slice(1);
    }),
    vendor: withNamesOnly,
    check: silently,
    says: /getCustomer answered with status 400, once: the step succeeded with another result/,
  },
];
