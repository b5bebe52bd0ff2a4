/** Kinds of handles a person is known by. @public */
export type IdentifierKind = 'email' | 'phone' | 'user_id' | 'external_id';

/** The data subject, by the handles the request names. `email` is as the person wrote it, trimmed. @public */
export interface Subject {
  readonly email?: string;
}
