import type { AuditEntry } from './audit-entry.js';

const longestText = 256;

/**
 * A last net under the rule that callers follow. It catches e-mail addresses and long texts, and nothing else: a name or
 * a short token cannot be told from an id.
 * @throws TypeError that names the field and not its value.
 */
export function refusePersonalValues({ actor, details }: AuditEntry): void {
  refuseText('actor', actor);
  for (const [name, value] of Object.entries(details)) {
    refuseText('the name of a detail', name);
    for (const item of Array.isArray(value) ? value : [value]) refuseText(name, item);
  }
}

function refuseText(field: string, value: unknown): void {
  if (typeof value !== 'string' || (value.length <= longestText && !value.includes('@'))) return;
  throw new TypeError(`The audit log takes no personal values, but "${field}" looks like one.`);
}
