/**
 * How the runner paces its calls: what `LeakyBucketBudget` of core does unless told otherwise. Its tests measure it.
 * `share` is the part of the vendor's limit that is used, from a range that leaves room for others on the account;
 * `cut` is what a 429 leaves of the rate.
 */
export const pace = { share: 0.75, range: '70-80 %', cut: 0.7 };
