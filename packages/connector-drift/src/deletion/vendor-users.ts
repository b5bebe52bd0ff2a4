import { sameEmail, type PlanWarning } from '@privacy-connectors/core';
import { ConnectorError } from '@privacy-connectors/core/errors';
import type { DriftContext } from '../client/context.js';
import { findContacts } from '../contacts/find-contacts.js';
import { NOBODY } from '../contacts/nobody.js';
import { listUsers } from '../people/users.js';

/** Whether an e-mail also belongs to a Drift user; `unknown` when the connection cannot see the users, or not read them. */
export type VendorUser = 'yes' | 'no' | 'unknown';

const UNSEEN: readonly string[] = [
  'authentication',
  'missing_scope',
  'vendor_not_found',
  'vendor_rejected',
  'vendor_contract',
];

export async function findVendorUser(context: DriftContext, emails: readonly string[]): Promise<VendorUser> {
  const { grantedScopes } = context;
  if (grantedScopes !== 'unknown' && !grantedScopes.includes('user_read')) return 'unknown';
  try {
    const users = await listUsers(context);
    return users.some((user) => emails.some((email) => sameEmail(user.email ?? '', email))) ? 'yes' : 'no';
  } catch (error) {
    if (!ConnectorError.is(error) || !UNSEEN.includes(error.code)) throw error;
    if (error.code === 'authentication') await proveConnection(context, emails);
    return 'unknown';
  }
}

/** A 401 may mean the permission or the token: a dead token fails here as well. */
async function proveConnection(context: DriftContext, [email = NOBODY]: readonly string[]): Promise<void> {
  await findContacts(context, email, null);
}

const vendorUser: PlanWarning = {
  code: 'vendor_user',
  message:
    'The e-mail also belongs to a Drift user, an employee. The erasure would erase the data of that user too.',
};

const vendorUserUnknown: PlanWarning = {
  code: 'vendor_user_unknown',
  message:
    'It could not be checked whether the e-mail also belongs to a Drift user, whose data would be erased too. Grant the scope user_read to have it checked.',
};

/** For an e-mail without any contact. */
export const vendorUserAlone: PlanWarning = {
  code: 'vendor_user_alone',
  message:
    'The e-mail belongs to a Drift user, an employee, and to no contact. Nothing is erased; remove the user in the settings of Drift.',
};

const warnings: Readonly<Record<VendorUser, readonly PlanWarning[]>> = {
  yes: [vendorUser],
  no: [],
  unknown: [vendorUserUnknown],
};

/** What the person who approves an erasure should know. */
export function vendorUserWarnings(found: VendorUser): readonly PlanWarning[] {
  return warnings[found];
}
