import type { Person } from '@privacy-connectors/conformance/simulator';

/** What the world remembers of a contact; the rest is computed when asked for. */
export interface StoredContact {
  readonly id: number;
  readonly ordinal: number;
  readonly person: Person;
  readonly email: string | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Whether `contact_read` alone shows it. */
  readonly identifiedInChat: boolean;
  /** Whether the contacts index still has it. */
  listed: boolean;
}

/** What the world remembers of a conversation. Its messages are computed when asked for. */
export interface StoredConversation {
  readonly id: number;
  readonly ordinal: number;
  readonly contact: StoredContact;
  readonly status: string;
  readonly createdAt: number;
  /** Messages and attachments at the start of the simulation. */
  readonly messages: number;
  readonly attachments: number;
  /** When each message that came later was written. */
  readonly activities: number[];
  /** The last update at the start of the simulation. */
  readonly settledAt: number;
  updatedAt: number;
}
