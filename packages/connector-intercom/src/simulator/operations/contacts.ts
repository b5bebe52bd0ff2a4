import {
  json,
  type Answer,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import type { StoredContact } from '../world/stored.js';
import { companyView, contactView, externalIdOf, noteView } from '../world/views.js';
import type { Context } from './context.js';
import { intercomError } from './errors.js';
import { guarded } from './guarded.js';
import { numberedList, type Listed } from './numbered-list.js';
import { search } from './search.js';

const FIELDS = ['id', 'email', 'phone', 'external_id'];

/** Search, read and delete contacts; their companies and notes. */
export function contactRoutes(context: Context): readonly Route[] {
  const contact = '/contacts/{contactId}';
  return [
    guarded(context, {
      operationId: 'searchContacts',
      method: 'POST',
      template: '/contacts/search',
      scopes: ['read_users_companies'],
      handle: (request) => searchContacts(context, request),
    }),
    guarded(context, {
      operationId: 'getContact',
      method: 'GET',
      template: contact,
      scopes: ['read_single_user'],
      handle: (request) => withContact(context, request, (found) => json(200, contactView(found)), merged),
    }),
    guarded(context, {
      operationId: 'deleteContact',
      method: 'DELETE',
      template: contact,
      scopes: ['write_users_companies'],
      handle: (request) => withContact(context, request, (found) => deleteContact(context, found)),
    }),
    ...listRoutes(context),
  ];
}

function listRoutes(context: Context): readonly Route[] {
  const list = (operationId: string, name: string, listed: (contact: StoredContact) => Listed): Route =>
    guarded(context, {
      operationId,
      method: 'GET',
      template: `/contacts/{contactId}/${name}`,
      scopes: ['read_users_companies'],
      handle: (request) =>
        withContact(context, request, (found) => numberedList(context, request.query, listed(found))),
    });
  return [
    list('listCompanies', 'companies', ({ companies }) => ({
      count: companies.length,
      itemAt: (index) => companyView(companies[index] ?? ''),
    })),
    list('listNotes', 'notes', (contact) => ({
      count: contact.notes,
      itemAt: (index) => noteView(contact, index),
    })),
  ];
}

function searchContacts(context: Context, request: SimulatedRequest): Answer {
  const things = context.world.searchableContacts.map((contact) => ({
    id: contact.id,
    fields: {
      id: [contact.id],
      email: [contact.email],
      phone: [contact.role === 'user' ? contact.person.phone : null],
      external_id: [externalIdOf(contact)],
    },
    view: contactView(contact),
  }));
  return search(context, request, { name: 'data', type: 'list', fields: FIELDS, things });
}

/** Merged contacts are told from unknown ones by reading alone: every other call does not know them. */
function withContact(
  { world }: Context,
  request: SimulatedRequest,
  then: (contact: StoredContact) => Answer,
  whenMerged: (into: string) => Answer = () => intercomError(404),
): Answer {
  const id = request.parameters['contactId'] ?? '';
  const contact = world.contacts.find((each) => each.id === id);
  if (contact !== undefined) return then(contact);
  const into = world.mergedInto(id);
  return into === undefined ? intercomError(404) : whenMerged(into);
}

function merged(into: string): Answer {
  return intercomError(410, 'contact_merged', { link: `</contacts/${into}>; rel="canonical"` });
}

function deleteContact({ world }: Context, contact: StoredContact): Answer {
  world.deleteContact(contact);
  return json(200, { type: 'contact', id: contact.id, external_id: externalIdOf(contact), deleted: true });
}
