import type { Identifier, Subject } from '@privacy-connectors/core';

/** An e-mail as an identifier. */
export function byEmail(email: string): Identifier {
  return { kind: 'email', value: email };
}

/** A person known by one e-mail alone. */
export function personWith(email: string): Subject {
  return { identifiers: [byEmail(email)] };
}
