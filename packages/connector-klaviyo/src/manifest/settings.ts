import { IsBoolean, Matches, Max, Min } from 'class-validator';
import type { ConnectionProfile, Manifest } from '@privacy-connectors/core';
import { vendor } from '../generated/vendor.js';

const day = 86_400;
const suppression =
  'Whether the e-mail is suppressed once its profiles are gone, so that no marketing is sent to it if it comes back. Klaviyo then keeps a new, suppressed profile with nothing but the e-mail.';

/** What a connection may set. */
export const settings = {
  baseUrl: setting('string', vendor.baseUrl, "Klaviyo's API up to the host, or a loopback address."),
  suppressAfterDeletion: setting('boolean', false, suppression),
  verifyEverySeconds: setting('number', 3600, 'Pause between two looks at a deletion; at most a day.'),
  verifyForSeconds: setting('number', 14 * day, 'After this a deletion ends as unverified; at most a year.'),
} as const satisfies Manifest['settings'];

function setting<Type extends string, Value>(type: Type, value: Value, description: string) {
  return { type, default: value, description };
}

/** Validates them, and has their defaults. */
export class KlaviyoSettings {
  @Matches(/^https?:\/\/[^/?#@]+$/, { message: 'baseUrl must be a URL that ends after the host.' })
  baseUrl: string = settings.baseUrl.default;

  @IsBoolean() suppressAfterDeletion: boolean = settings.suppressAfterDeletion.default;

  @Min(1) @Max(day) verifyEverySeconds: number = settings.verifyEverySeconds.default;

  @Min(1) @Max(365 * day) verifyForSeconds: number = settings.verifyForSeconds.default;
}

/** What validated settings amount to. */
export function profileOf(values: KlaviyoSettings): ConnectionProfile {
  const verification = { everySeconds: values.verifyEverySeconds, forSeconds: values.verifyForSeconds };
  return { baseUrl: values.baseUrl, rateLimits: vendor.rateLimits, verification };
}
