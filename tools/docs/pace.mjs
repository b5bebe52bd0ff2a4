/**
 * How the runner paces its calls: what `LeakyBucketBudget` of core does unless told otherwise. Its tests measure it.
 * The share of the vendor's limit that is used is from `range`, which leaves room for others on the account; `cut` is what
 * a 429 leaves of the rate.
 */
export const pace = { range: '70-80 %', cut: 0.7 };
