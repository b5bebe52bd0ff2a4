/** What is next for a task: more work now, more work after a while, or nothing. */
export type Advance =
  | { readonly state: 'more' }
  | { readonly state: 'waiting'; readonly milliseconds: number }
  | { readonly state: 'ended' };
