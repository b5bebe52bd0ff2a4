/** An address that nobody can have (RFC 2606): asking for it proves that contacts can be read, and finds none. */
export const NOBODY = 'connection-test@example.invalid';
