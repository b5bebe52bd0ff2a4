import type { Actor } from '../access/actor.js';
import type { Role } from '../access/role.js';
import type { ApiKeyView } from './views/api-key-view.js';
import type { Sensitive } from '@privacy-connectors/core';

/** A key to be issued. */
export interface NewApiKey {
  readonly role: Role;
  /** For people to tell keys apart: letters, digits, dots, hyphens and underscores. */
  readonly name?: string;
  /** 1 to 366; 90 unless given. */
  readonly expiresInDays?: number;
}

/** A key that was just issued; only its digest is kept, so this is the one time that it can be seen. */
export interface IssuedApiKey extends ApiKeyView {
  /** `dsr_<id>_<secret>`, as it stands in `Authorization: Bearer`. */
  readonly key: Sensitive<string>;
}

/** Keys of the service. */
export interface Keys {
  /** @throws InputError when the name or the number of days is not valid. */
  create(key: NewApiKey): Promise<IssuedApiKey>;
  /** Also those that expired or were revoked. */
  list(): Promise<readonly ApiKeyView[]>;
  /** Revokes a key at once, for every process; one that was revoked stays so. @throws InputError when there is none. */
  revoke(id: string): Promise<ApiKeyView>;
}

/** Finds out who asks. */
export interface Authentication {
  /** Who presents this key; undefined when it is malformed, unknown, wrong, expired or revoked. */
  verify(presented: string): Promise<Actor | undefined>;
  /** Whether who presented a key before may go on: it has neither expired nor been revoked since. */
  isValid(actor: Actor): Promise<boolean>;
}
