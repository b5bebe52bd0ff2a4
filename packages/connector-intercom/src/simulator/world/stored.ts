import type { Person } from '@privacy-connectors/conformance/simulator';

/** A thing that can be deleted. Times are milliseconds since 1970. */
export interface Deletable {
  readonly id: string;
  readonly createdAt: number;
  deletedAt?: number;
}

/** A user or lead. */
export interface StoredContact extends Deletable {
  readonly ordinal: number;
  readonly role: 'user' | 'lead';
  readonly person: Person;
  readonly email: string | null;
  readonly companies: readonly string[];
  readonly notes: number;
  readonly events: number;
  archived: boolean;
  /** The contact that took this one in. */
  mergedInto?: string;
}

export type AuthorType = 'contact' | 'admin' | 'bot';

/** The source or a part of a conversation, or a part of a ticket. */
export interface StoredPart {
  readonly id: string;
  /** `source` for what a conversation began with. */
  readonly type: string;
  readonly author: { readonly type: AuthorType; readonly id: string };
  readonly createdAt: number;
  /** HTML; null for what says nothing. */
  body: string | null;
  /** True for a file, also where nothing is said. */
  readonly hasFile?: boolean;
  redacted: boolean;
}

export interface StoredConversation extends Deletable {
  contactIds: readonly string[];
  readonly source: StoredPart;
  readonly parts: StoredPart[];
}

export interface StoredTicket extends Deletable {
  contactIds: readonly string[];
  readonly number: number;
  readonly description: string;
  readonly parts: StoredPart[];
}
