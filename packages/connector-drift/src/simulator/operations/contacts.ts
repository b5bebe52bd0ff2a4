import {
  json,
  type Answer,
  type Route,
  type SimulatedRequest,
} from '@privacy-connectors/conformance/simulator';
import { contactOf } from '../world/contact.js';
import type { StoredContact } from '../world/stored.js';
import type { Context } from './context.js';
import { contactError, driftError } from './errors.js';
import { findContacts } from './find-contacts.js';
import { guarded } from './guarded.js';
import { positiveInteger } from './numbers.js';
import { isVisible } from './visibility.js';

const READ = ['contact_read', 'all_contact_read'];

/** `GET /contacts`, `GET /contacts/{contactId}`, `DELETE /contacts/{contactId}`. */
export function contactRoutes(context: Context): readonly Route[] {
  const template = '/contacts/{contactId}';
  return [
    guarded(context, {
      operationId: 'findContacts',
      method: 'GET',
      template: '/contacts',
      scopes: READ,
      handle: (request, scopes) => findContacts(context, request, scopes),
    }),
    guarded(context, {
      operationId: 'getContact',
      method: 'GET',
      template,
      scopes: READ,
      handle: (request, scopes) => getContact(context, request, scopes),
    }),
    guarded(context, {
      operationId: 'deleteContact',
      method: 'DELETE',
      template,
      scopes: ['contact_write'],
      handle: (request) => withContact(context, request, unlist),
    }),
  ];
}

function getContact(context: Context, request: SimulatedRequest, scopes: readonly string[]): Answer {
  if (request.query.size > 0 && context.behaviour.unknownParameters === 'reject')
    return contactError(400, 'CONTACT-10');
  return withContact(context, request, (contact) => {
    if (isVisible(contact, scopes)) return json(200, { data: contactOf(contact) });
    const status = context.behaviour.hiddenContactStatus;
    return contactError(status, status === 401 ? 'CONTACT-2' : 'CONTACT-1');
  });
}

/** Takes the contact out of the index only: it still has its conversations and answers by id. */
function unlist(contact: StoredContact): Answer {
  contact.listed = false;
  return json(202, { result: 'OK', ok: true });
}

function withContact(
  context: Context,
  request: SimulatedRequest,
  then: (contact: StoredContact) => Answer,
): Answer {
  const id = positiveInteger(request.parameters['contactId']);
  if (id === undefined) return driftError(400, 'The contact id is not a number');
  const contact = context.world.contact(id);
  return contact === undefined ? contactError(404, 'CONTACT-1') : then(contact);
}
