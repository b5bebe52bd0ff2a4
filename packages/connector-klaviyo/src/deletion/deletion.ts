import { noCursor, type DeletionSteps } from '@privacy-connectors/core';
import type { VendorClient } from '../generated/client.js';
import type { Settings } from '../generated/settings.js';
import { profileRef } from '../profiles/profile.js';
import { deleteProfile, verifyDeletion } from './delete-profile.js';
import { handleCodec, type Handle } from './handle.js';
import { suppressEmails, verifySuppression } from './suppress-emails.js';

const erase = { delete: deleteProfile, suppress: suppressEmails };
const verify = { delete: verifyDeletion, suppress: verifySuppression };

const hanging = ['lists', 'segments', 'pushTokens', 'events'];
const deleting = { resource: 'profiles', count: 1, alsoErases: hanging, irreversible: true };
const suppressing = { resource: 'profiles', count: 0, alsoErases: [], irreversible: false, stage: 1 };

const deletingTitle = 'Erase one profile with everything that hangs on it.';
const suppressingTitle = 'Keep the e-mail on a new, suppressed profile: no marketing is sent to it.';

/** One deletion per profile. Then, if it is asked for, the suppression: before, it would go with the profile. */
export const deletion: DeletionSteps<VendorClient, Settings, Handle, Handle, never> = {
  operation: handleCodec,
  ticket: handleCodec,
  planCursor: noCursor,
  ticketOf: (operation, requestedAt) => ({ ...operation, requestedAt }),
  erase: (context, operation) => erase[operation.task](context, operation),
  verify: (context, ticket) => verify[ticket.task](context, ticket),
  plan({ settings }, { identifiers }, things) {
    const deletions = things.map(({ ref }) => {
      const { profileId: id } = profileRef.parse(ref);
      const operation = { task: 'delete', id, identifiers, requestedAt: null } as const;
      return { ...deleting, key: `delete:${id}`, title: deletingTitle, operation };
    });
    const emails = identifiers.filter(({ kind }) => kind === 'email');
    const operation = { task: 'suppress', id: '', identifiers: emails, requestedAt: null } as const;
    const suppression = { ...suppressing, key: 'suppress', title: suppressingTitle, operation };
    const suppresses = settings.suppressAfterDeletion && deletions.length > 0 && emails.length > 0;
    const operations = suppresses ? [...deletions, suppression] : deletions;
    return Promise.resolve({ operations, warnings: [], obstacles: [], next: null });
  },
};
