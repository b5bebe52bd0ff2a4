import type {
  Blocked,
  DeletionPlanPage,
  LocatedThing,
  PlannedOperation,
  PlanOptions,
  Refused,
  Subject,
} from '@privacy-connectors/core';
import type { DriftContext } from '../client/context.js';
import { contactRef, type ContactRef } from '../contacts/contact-ref.js';
import type { DeletionOperation } from './operation.js';
import { findVendorUser, vendorUserAlone, vendorUserWarnings, type VendorUser } from './vendor-users.js';
import { mayMiss, seesAll } from './visibility.js';

const WITHOUT_SCOPE: Blocked = {
  outcome: 'blocked',
  remedy:
    "Drift erases personal data only for an app with the scope gdpr_write, and grants it only to apps of the organisation itself. Create an own app at dev.drift.com, give it gdpr_write and connect with it, or erase the data on the Data Privacy page of Drift's settings. Removing the contacts instead would only unlist them, which is not an erasure.",
};

const MAY_BE_HIDDEN: Blocked = {
  outcome: 'blocked',
  remedy:
    'No contact was found, but without the scope all_contact_read Drift hides some. Grant it to the app, authorise the connection again and ask for the deletion again.',
};

const VENDOR_USER: Refused = {
  outcome: 'refused',
  reason:
    'The e-mail also belongs to a Drift user, an employee, whose data Drift would erase too. If that is meant, ask for the deletion again with --include-vendor-users.',
};

/** The whole plan: one page. */
type DriftPlan = DeletionPlanPage<DeletionOperation, never>;

/** One erasure per spelling of the e-mail. Nothing is planned without the scope for it, or, unasked, against a Drift user. */
export async function plan(
  context: DriftContext,
  { identifiers }: Subject,
  things: readonly LocatedThing[],
  { includeVendorUsers }: PlanOptions,
): Promise<DriftPlan> {
  const contacts = things
    .filter(({ resource }) => resource === 'contacts')
    .map(({ ref }) => contactRef.parse(ref));
  if (contacts.length === 0) {
    const emails = identifiers.filter(({ kind }) => kind === 'email').map(({ value }) => value);
    return nobody(context, await findVendorUser(context, emails));
  }
  if (lacksScope(context)) return hindered(contacts, WITHOUT_SCOPE, []);
  const vendorUser = await findVendorUser(
    context,
    contacts.map((contact) => contact.email),
  );
  const warnings = [...vendorUserWarnings(vendorUser), ...visibilityWarnings(context)];
  if (vendorUser === 'yes' && !includeVendorUsers) return hindered(contacts, VENDOR_USER, warnings);
  return { operations: await operationsOf(context, contacts), warnings, obstacles: [], next: null };
}

/** Without a contact there is nothing whose absence could confirm an erasure, so none is planned. */
function nobody(context: DriftContext, vendorUser: VendorUser): DriftPlan {
  const warnings = [...(vendorUser === 'yes' ? [vendorUserAlone] : []), ...visibilityWarnings(context)];
  const obstacles = mayMiss(context) ? [{ resource: 'contacts', count: 0, outcome: MAY_BE_HIDDEN }] : [];
  return { operations: [], warnings, obstacles, next: null };
}

function lacksScope({ grantedScopes }: DriftContext): boolean {
  return grantedScopes !== 'unknown' && !grantedScopes.includes('gdpr_write');
}

/** Contacts that the token may not see are erased with the e-mail, but neither counted nor looked for afterwards. */
function visibilityWarnings(context: DriftContext): DriftPlan['warnings'] {
  if (!mayMiss(context)) return [];
  const message =
    'Without the scope all_contact_read Drift hides some contacts: there may be more under the e-mail than are counted here, and their absence cannot be confirmed.';
  return [{ code: 'contacts_may_be_hidden', message }];
}

function hindered(
  contacts: readonly ContactRef[],
  outcome: Blocked | Refused,
  warnings: DriftPlan['warnings'],
): DriftPlan {
  const obstacles = [{ resource: 'contacts', count: contacts.length, outcome }];
  return { operations: [], warnings, obstacles, next: null };
}

function operationsOf(
  context: DriftContext,
  contacts: readonly ContactRef[],
): Promise<PlannedOperation<DeletionOperation>[]> {
  const visibility = seesAll(context) ? { sawAll: true as const } : {};
  const emails = [...new Set(contacts.map(({ email }) => email))].sort();
  const operations = emails.map((email) =>
    operationOf(
      email,
      contacts.filter((contact) => contact.email === email),
      visibility,
    ),
  );
  return Promise.all(operations);
}

async function operationOf(
  email: string,
  contacts: readonly ContactRef[],
  visibility: Pick<DeletionOperation, 'sawAll'>,
): Promise<PlannedOperation<DeletionOperation>> {
  const contactIds = [...new Set(contacts.map(({ contactId }) => contactId))].sort((a, b) => a - b);
  return {
    key: await keyOf(email, contactIds),
    title: 'Erase everything Drift holds under one e-mail: contacts, conversations, messages and files.',
    resource: 'contacts',
    count: contactIds.length,
    alsoErases: ['conversations', 'messages', 'attachments'],
    irreversible: true,
    operation: { email, contactIds, ...visibility },
  };
}

/** A contact id goes into the digest, so that it cannot be guessed from lists of e-mails. */
async function keyOf(email: string, contactIds: readonly number[]): Promise<string> {
  const named = new TextEncoder().encode(`${contactIds[0] ?? ''} ${email}`);
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', named)).toString('hex');
  return `gdpr-delete:${digest.slice(0, 16)}`;
}
