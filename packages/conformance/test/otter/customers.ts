import {
  noCursor,
  sameEmail,
  type Identifier,
  type LocateStep,
  type ReadStep,
} from '@privacy-connectors/core';
import { skippedPage } from '@privacy-connectors/core/paging';
import {
  named,
  place,
  placeOf,
  type Named,
  type OtterClient,
  type OtterSettings,
  type Place,
} from './context.js';
import type { Customer } from './model.js';
import { orNull } from './or-null.js';

/** The query parameter that looks for identifiers of a kind. */
const parameters = {
  email: 'email',
  phone: 'phone',
  external_id: 'reference',
  user_id: 'reference',
} as const;

export const subject: LocateStep<OtterClient, OtterSettings, Place> = {
  resource: 'customers',
  cursor: place,
  locate: async ({ client, signal }, { kind, value }, cursor) => {
    const query = { [parameters[kind]]: value, page: cursor?.page ?? null };
    const { data, next } = await client.call('findCustomers', { query, signal });
    const own = data.filter((customer) => bears(customer, { kind, value }));
    const things = own.map(({ id }) => ({ resource: 'customers', ref: { id } }));
    return { things, identifiers: own.flatMap(identifiersOf), next: placeOf(next) };
  },
};

function bears(customer: Customer, { kind, value }: Identifier): boolean {
  if (kind === 'email') return sameEmail(customer.email, value);
  return customer[kind === 'phone' ? 'phone' : 'reference'] === value;
}

function identifiersOf({ email, phone, reference, otherEmails }: Customer): readonly Identifier[] {
  return [
    ...[email, ...otherEmails].map((value) => ({ kind: 'email', value }) as const),
    { kind: 'phone', value: phone },
    ...(reference === null ? [] : [{ kind: 'external_id', value: reference } as const]),
  ];
}

export const customers: ReadStep<OtterClient, OtterSettings, Named, never> = {
  ref: named,
  cursor: noCursor,
  read: async ({ client, signal }, { id }) => {
    const customer = await orNull(client.call('getCustomer', { path: `/customers/${id}`, signal }));
    if (customer === null) return skippedPage('The customer is gone.');
    return { records: [{ id, data: { ...customer } }], children: { threads: [{ id }] }, next: null };
  },
};
