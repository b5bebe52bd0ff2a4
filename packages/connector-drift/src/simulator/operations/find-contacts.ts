import { json, type Answer, type SimulatedRequest } from '@privacy-connectors/conformance/simulator';
import { contactOf } from '../world/contact.js';
import type { StoredContact } from '../world/stored.js';
import type { Context } from './context.js';
import { contactError } from './errors.js';
import { offsetOf, positiveInteger } from './numbers.js';
import { isVisible } from './visibility.js';

const PARAMETERS = new Set(['email', 'limit', 'idType', 'id', 'page_token']);
const DEFAULT_LIMIT = 25;

/** Contacts by e-mail or by the customer's own id; more pages in the `Link` header. */
export function findContacts(context: Context, request: SimulatedRequest, scopes: readonly string[]): Answer {
  const { behaviour } = context;
  const unknown = [...request.query.keys()].some((name) => !PARAMETERS.has(name));
  if (unknown && behaviour.unknownParameters === 'reject') return contactError(400, 'CONTACT-10');
  const limit = positiveInteger(request.query.get('limit') ?? String(DEFAULT_LIMIT));
  const offset = offsetOf(request.query.get('page_token'));
  const found = lookUp(context, request.query)?.filter((contact) => isVisible(contact, scopes));
  if (limit === undefined || offset === undefined || found === undefined)
    return contactError(400, 'CONTACT-4');
  // An answer of one object has room for one contact.
  const size = behaviour.contactAnswer === 'object' ? 1 : Math.min(limit, behaviour.contactsPageSize);
  const page = found.slice(offset, offset + size);
  const more = offset + size < found.length;
  return answerOf(context, page, more ? { link: nextLink(request.query, offset + size) } : {});
}

function lookUp(context: Context, query: URLSearchParams): readonly StoredContact[] | undefined {
  const email = query.get('email');
  if (email !== null && email !== '') return context.world.findByEmail(email);
  if (query.get('idType') === 'external') return context.world.findByExternalId(query.getAll('id'));
  return undefined;
}

function answerOf(context: Context, page: readonly StoredContact[], headers: Record<string, string>): Answer {
  if (context.behaviour.contactAnswer === 'array') return json(200, { data: page.map(contactOf) }, headers);
  const [only] = page;
  return only === undefined ? contactError(404, 'CONTACT-1') : json(200, { data: contactOf(only) }, headers);
}

/** On Drift's own host, as Drift would write it: whoever calls it as it stands leaves the simulator. */
function nextLink(query: URLSearchParams, offset: number): string {
  const next = new URLSearchParams(query);
  next.set('page_token', String(offset));
  return `<https://driftapi.com/contacts?${next.toString()}>; rel="next"`;
}
