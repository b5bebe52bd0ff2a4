/** A person whose requests are tested: a user, and leads with the same e-mail. */
export interface SubjectOptions {
  /** Written to the user as it is here, to every lead in lower case. */
  readonly email: string;
  /** The user and its leads; 2 by default. */
  readonly contacts?: number;
  /** With nobody else, over all contacts in turn; 3 by default. */
  readonly conversations?: number;
  /** With one more person, a stranger; 1 by default. */
  readonly groupConversations?: number;
  /** After the source, in each conversation; 6 by default. */
  readonly partsPerConversation?: number;
  /** With nobody else; 2 by default. */
  readonly tickets?: number;
  /** With that stranger; none by default. */
  readonly sharedTickets?: number;
  /** By teammates, on each contact; 2 by default. */
  readonly notes?: number;
  /** Of each contact; 2 by default. */
  readonly companies?: number;
  /** In the last 90 days, of the user; computed when asked for, so 100,000 are no burden. 3 by default. */
  readonly events?: number;
}

/** Everything but `now` is JSON. */
export interface IntercomSimulatorOptions {
  /** The same seed gives the same world; 1 by default. */
  readonly seed?: number;
  /** On 127.0.0.1; any free one by default. */
  readonly port?: number;
  /** One by default, grace.hopper@example.com. */
  readonly subjects?: readonly SubjectOptions[];
  /** Other people; the first of them have e-mails that almost equal a subject's. 20 by default. */
  readonly strangers?: number;
  /** Where the workspace is; US by default. */
  readonly region?: 'US' | 'EU' | 'AU';
  /** Things per page at most, whatever is asked for; 150 by default. */
  readonly pageSize?: number;
  /** Calls per window of ten seconds; without it there is no limit, and no header tells one. */
  readonly requestsPerWindow?: number;
  /** How long the search for contacts misses new ones and still shows deleted ones; none by default. */
  readonly searchLagMilliseconds?: number;
  /** How long deleted things can still be read; none by default. */
  readonly deletionLagMilliseconds?: number;
  /** Whether deleting a contact deletes the conversations and tickets that are its alone; no by default: that is not sure. */
  readonly contactDeletion?: 'contact_alone' | 'with_conversations';
  /** Whether tickets are part of what the workspace pays for; yes by default. */
  readonly hasTickets?: boolean;
  /** Permissions of every token; all by default. */
  readonly scopes?: readonly string[];
  /** Milliseconds that each answer takes at least; none by default. */
  readonly latency?: number;
  /** Milliseconds; Date.now by default. */
  readonly now?: () => number;
}

/** Options that may be absent. */
type Absent = 'requestsPerWindow' | 'latency';

/** Every option with a value, where it must have one. */
export type IntercomBehaviour = Required<Omit<IntercomSimulatorOptions, Absent>> &
  Pick<IntercomSimulatorOptions, Absent>;

const DEFAULTS: Required<Omit<IntercomSimulatorOptions, Absent>> = {
  seed: 1,
  port: 0,
  subjects: [{ email: 'grace.hopper@example.com' }],
  strangers: 20,
  region: 'US',
  pageSize: 150,
  searchLagMilliseconds: 0,
  deletionLagMilliseconds: 0,
  contactDeletion: 'contact_alone',
  hasTickets: true,
  scopes: [
    'read_users_companies',
    'read_single_user',
    'read_conversations',
    'read_tickets',
    'read_events',
    'write_users_companies',
    'write_conversations',
    'write_tickets',
    'delete_conversations_and_metrics',
  ],
  now: Date.now,
};

const NAMES = new Set([...Object.keys(DEFAULTS), 'requestsPerWindow', 'latency']);

/** Fills in the defaults. @throws RangeError for an option that does not exist. */
export function behaviourOf(options: IntercomSimulatorOptions): IntercomBehaviour {
  const unknown = Object.keys(options).find((name) => !NAMES.has(name));
  if (unknown !== undefined) throw new RangeError(`The Intercom simulator has no option "${unknown}".`);
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...DEFAULTS, ...Object.fromEntries(given) };
}
