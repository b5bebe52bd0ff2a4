import { knownPeople, type SubjectIdentifiers } from './people/known-people.js';
import { LabelBook } from './people/label-book.js';
import type { RedactionPolicy } from './policy.js';
import type { StoredRecords } from './stored-records.js';
import { type Thread, Threads } from './threads.js';

/** A connection of a package, and what is done with the names that its records hold. */
export interface LabelledConnection {
  readonly stored: StoredRecords;
  readonly policy: RedactionPolicy;
  /** By what the connection knows the data subject. */
  readonly subject: SubjectIdentifiers;
}

/**
 * Gives everybody whom a package names their label, in the order of its records and before any of them is shown: whichever
 * record somebody reads first, and whatever is withheld, "Agent 3" is the same person.
 */
export async function labelEverybody(connections: readonly LabelledConnection[]): Promise<LabelBook> {
  const labels = new LabelBook();
  for (const { stored, policy, subject } of connections) {
    const rules = { connection: stored.connection, policy, subject };
    for await (const { people } of threadsOf(stored)) knownPeople(people, rules, labels);
  }
  return labels;
}

/** Every thread, in the order of its first record; more than once where records of several take turns. */
async function* threadsOf(stored: StoredRecords): AsyncGenerator<Thread> {
  const threads = new Threads(stored);
  let last: Thread | undefined;
  for (const { name } of stored.resources) {
    for await (const record of stored.records(name)) {
      const thread = await threads.of(record);
      if (thread !== last) yield thread;
      last = thread;
    }
  }
}
