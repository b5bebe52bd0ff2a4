import { sameEmail, type PlanWarning } from '@privacy-connectors/core';
import type { DriftContext } from '../client/context.js';
import { findContacts } from '../contacts/find-contacts.js';
import { NOBODY } from '../contacts/nobody.js';
import { listUsers } from '../people/users.js';

/** Whether an e-mail also belongs to a Drift user; `unknown` when the connection cannot see the users, or not read them. */
export type VendorUser = 'yes' | 'no' | 'unknown';

export async function findVendorUser(context: DriftContext, emails: readonly string[]): Promise<VendorUser> {
  const { grantedScopes } = context;
  if (grantedScopes !== 'unknown' && !grantedScopes.includes('user_read')) return 'unknown';
  const users = await listUsers(context, () => findContacts(context, emails[0] ?? NOBODY, null));
  if (users === undefined) return 'unknown';
  return users.some((user) => emails.some((email) => sameEmail(user.email ?? '', email))) ? 'yes' : 'no';
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
