/** Kinds of handles a person is known by. @public */
export type IdentifierKind = 'email' | 'phone' | 'user_id' | 'external_id';

/**
 * A handle of a person, as its source spells it, trimmed. Whose `user_id` or `external_id` is meant is the connection's
 * business: a connector is given only those of the name space that is declared for its connection. @public
 */
export type Identifier = { readonly kind: IdentifierKind; readonly value: string };

/** JSON Schema of an {@link Identifier}, for handles that hold some. @public */
export const identifierSchema = {
  type: 'object',
  required: ['kind', 'value'],
  properties: { kind: { type: 'string' }, value: { type: 'string' } },
} as const;

/** The data subject, by all handles a connection may use. @public */
export interface Subject {
  readonly identifiers: readonly Identifier[];
}
