/** Laws whose deadlines are known, and `other` for a deadline that somebody sets. */
export const regulations = ['gdpr', 'ccpa', 'other'] as const;

/**
 * `gdpr`: one month, two further months by extension. `ccpa`: 45 calendar days, 45 more by extension. `other`: whatever the
 * request and its extension name.
 */
export type Regulation = (typeof regulations)[number];
