import type { components } from '../generated/schema.js';

export type Contact = components['schemas']['Contact'];

/** The e-mail of a contact as Drift spells it, if it has one. */
export function emailOf({ attributes }: Contact): string | undefined {
  return attributes?.email ?? undefined;
}
