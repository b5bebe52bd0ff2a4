/** What Otter Desk answers. */
export interface Customer {
  readonly id: string;
  readonly email: string;
  readonly phone: string;
  /** The id in the system of the company that uses Otter Desk. */
  readonly reference: string | null;
  readonly otherEmails: readonly string[];
}

export interface Thread {
  readonly id: string;
  /** Only when asked for with `include=participants`. */
  readonly participants?: readonly string[];
}

export interface Post {
  readonly id: string;
  /** Null for what the staff wrote. */
  readonly customerId: string | null;
  /** Who wrote it; null once redacted. */
  readonly name: string | null;
  /** For the staff alone. */
  readonly note: boolean;
  /** Null once redacted. */
  readonly text: string | null;
}

interface Listed<Thing> {
  readonly data: readonly Thing[];
  readonly next: string | null;
}

export interface Answers {
  readonly getKey: { readonly scopes: readonly string[] };
  readonly findCustomers: Listed<Customer>;
  readonly getCustomer: Customer;
  readonly listThreads: Listed<Thread>;
  readonly getThread: Thread;
  readonly listPosts: Listed<Post>;
  readonly listSharedPosts: Listed<Post>;
  readonly getPost: Post;
  readonly deleteThread: { readonly deleted: true };
  readonly redactPost: { readonly redacted: true };
  readonly deleteCustomer: { readonly deleted: true };
}
