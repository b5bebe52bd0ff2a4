import type { Identifier } from '../identifiers/identifier.js';
import type { Json } from './json.js';

/** Who wrote a record of a thread. `other_person` is anyone who is neither the data subject, staff nor software. @public */
export type AuthorKind = 'subject' | 'agent' | 'bot' | 'other_person';

/**
 * The author of a record in a thread; `internal` marks notes the data subject was never shown. `subject` only for who is proven to
 * be the data subject, by the id or identifier that was located: whoever the vendor does not name plainly is `other_person`.
 * @public
 */
export interface Author {
  readonly kind: AuthorKind;
  readonly name?: string;
  readonly internal: boolean;
}

/**
 * Somebody whom a record names, with every spelling of their name and every handle the vendor tells of them, its own id as a
 * `user_id`, so that other people's can be kept out of a package wherever they occur. The names may be missing where the vendor
 * gives an id alone: a thread's people are those of all its records and of the record that these have as their parent, and the
 * same identifier is the same person. @public
 */
export interface Person {
  readonly kind: AuthorKind;
  readonly names: readonly string[];
  readonly identifiers: readonly Identifier[];
}

/** A binary that belongs to a record and is streamed by the `open` step. @public */
export interface FileDescription {
  readonly name: string;
  readonly mediaType: string;
}

/** One record of personal data. @public */
export interface DataRecord {
  /** Unique within its resource and connection. */
  readonly id: string;
  /** The vendor's record, complete, as JSON. */
  readonly data: Json;
  /** The record it belongs to, e.g. the conversation of a message. */
  readonly parent?: { readonly resource: string; readonly id: string };
  /** Epoch milliseconds: orders the records of a thread. */
  readonly occurredAt?: number;
  readonly author?: Author;
  /**
   * Everybody whom the vendor's record names, the data subject too: author, participants, assignees, recipients. Never handed
   * over.
   */
  readonly people?: readonly Person[];
  /** One line that names the record to a reader. */
  readonly title?: string;
  /** What a reader reads: plain text, no markup. */
  readonly text?: string;
  readonly file?: FileDescription;
}
