import type { Json } from '@privacy-connectors/core';
import { unwrap } from '../generated/client.js';
import { nextNumber, numberedQuery } from '../paging/numbered-list.js';
import { textOf } from '../values/text-of.js';
import { contactList } from './contact-list.js';

const operation = 'listCompanies';

/** Companies that a contact is attached to. */
export const companies = contactList(operation, async ({ client, signal }, { contactId }, place) => {
  const params = { path: { contactId }, query: numberedQuery(place) };
  const list = unwrap(operation, await client.GET('/contacts/{contactId}/companies', { params, signal }));
  const records = list.data.map((company) => ({
    id: company.id,
    data: company as Json,
    title: textOf(company.name) ?? `Company ${company.id}`,
  }));
  return { records, next: nextNumber(list, operation) };
});
