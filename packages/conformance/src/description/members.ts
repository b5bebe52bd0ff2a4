/** A JSON object whose members are not known yet. */
export interface Members {
  readonly [name: string]: unknown;
}

/** True for a JSON object; arrays are none. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of an object; none of anything else. */
export function membersOf(value: unknown): Members {
  return isMembers(value) ? value : {};
}

/** The elements of an array; none of anything else. */
export function elementsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
