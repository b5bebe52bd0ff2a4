import type { Role } from '../../access/role.js';

/** A key of the service, without its secret. Times are ISO 8601 in UTC. */
export interface ApiKeyView {
  /** 16 hexadecimal digits. */
  readonly id: string;
  readonly role: Role;
  readonly name: string | null;
  readonly createdAt: string;
  /** `cli`, or `key:<id>` of another key. */
  readonly createdBy: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  /** To the minute; null before the first use. */
  readonly lastUsedAt: string | null;
}
