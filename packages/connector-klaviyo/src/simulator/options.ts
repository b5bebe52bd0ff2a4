import type { RateClassName } from './limits/rate-classes.js';

/** A person whose requests are tested. */
export interface SubjectOptions {
  /** Written to the first profile as it is here, to the second one in lower case. */
  readonly email: string;
  /** E.164; borne by the first and the third profile. None by default. */
  readonly phone?: string;
  /** Borne by the first and the fourth profile. None by default. */
  readonly externalId?: string;
  /**
   * At most 4; 1 by default. Each bears some of the identifiers: the first all of them, the second the e-mail, the third
   * the phone number, the fourth the external id.
   */
  readonly profiles?: number;
  /** Of each profile; 2 by default. */
  readonly lists?: number;
  /** Of each profile; 2 by default. */
  readonly segments?: number;
  /** Of each profile; 1 by default. */
  readonly pushTokens?: number;
  /** Of each profile; 5 by default. Generated when asked for, so 100,000 are no burden. */
  readonly events?: number;
}

/** When an accepted job is done: after a time, after so many look-ups that still found its profiles, or never. */
export type JobTiming = { readonly afterMilliseconds: number } | { readonly afterLookups: number } | 'never';

/** Everything but `now` is JSON. */
export interface KlaviyoSimulatorOptions {
  /** The same seed gives the same world; 1 by default. */
  readonly seed?: number;
  /** On 127.0.0.1; any free one by default. */
  readonly port?: number;
  /** One by default: grace.hopper@example.com with a phone number, an external id, 4 profiles and 250 events in each. */
  readonly subjects?: readonly SubjectOptions[];
  /** Other people; the first of them have identifiers that almost equal a subject's. 50 by default. */
  readonly strangers?: number;
  /** Whether the windows of the endpoints are watched; yes by default. */
  readonly limited?: boolean;
  /** Figures of single classes, e.g. `{"L": {"burst": 5, "steady": 20}}`. */
  readonly limits?: Partial<Record<RateClassName, { readonly burst: number; readonly steady: number }>>;
  /** Things on a page at most, whatever `page[size]` asks for; what the endpoint allows by default. */
  readonly pageSize?: number;
  /** Milliseconds that each answer takes at least; none by default. */
  readonly latency?: number;
  /** What the private key may do; everything this simulator knows by default. */
  readonly scopes?: readonly string[];
  /** Letter case in a search by e-mail; `sensitive` by default. */
  readonly emailMatch?: 'sensitive' | 'insensitive';
  /** A deletion by an identifier that no profile has: accepted (default), or 404. */
  readonly unknownDeletion?: 'accept' | 'reject';
  /** Two more look-ups by default. */
  readonly deletion?: JobTiming;
  /** Of a suppression, whose look-ups are those of its job; one more by default. */
  readonly suppression?: JobTiming;
  /** Milliseconds; Date.now by default. */
  readonly now?: () => number;
}

const DEFAULT_SUBJECT: SubjectOptions = {
  email: 'grace.hopper@example.com',
  phone: '+46701740605',
  externalId: 'customer-1906',
  profiles: 4,
  lists: 3,
  segments: 3,
  pushTokens: 2,
  events: 250,
};

/** Every scope that one of the simulated operations asks for. */
export const ALL_SCOPES: readonly string[] = [
  'accounts:read',
  'profiles:read',
  'lists:read',
  'segments:read',
  'events:read',
  'data-privacy:write',
  'profiles:write',
  'subscriptions:write',
  'subscriptions:read',
];

/** Options that may be absent. */
type Absent = 'pageSize' | 'latency';

/** Every option with a value, where it must have one. */
export type KlaviyoBehaviour = Required<Omit<KlaviyoSimulatorOptions, Absent>> &
  Pick<KlaviyoSimulatorOptions, Absent>;

const DEFAULTS: Required<Omit<KlaviyoSimulatorOptions, Absent>> = {
  seed: 1,
  port: 0,
  subjects: [DEFAULT_SUBJECT],
  strangers: 50,
  limited: true,
  limits: {},
  scopes: ALL_SCOPES,
  emailMatch: 'sensitive',
  unknownDeletion: 'accept',
  deletion: { afterLookups: 2 },
  suppression: { afterLookups: 1 },
  now: Date.now,
};

const NAMES = new Set([...Object.keys(DEFAULTS), 'pageSize', 'latency']);

/** Fills in the defaults. @throws RangeError for an option that does not exist or a world that cannot be. */
export function behaviourOf(options: KlaviyoSimulatorOptions): KlaviyoBehaviour {
  const unknown = Object.keys(options).find((name) => !NAMES.has(name));
  if (unknown !== undefined) throw new RangeError(`The Klaviyo simulator has no option "${unknown}".`);
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const behaviour: KlaviyoBehaviour = { ...DEFAULTS, ...Object.fromEntries(given) };
  if (behaviour.subjects.some(({ profiles = 1 }) => profiles < 1 || profiles > 4))
    throw new RangeError('A subject of the Klaviyo simulator has 1 to 4 profiles.');
  return behaviour;
}
