import type { RefreshRotation } from '@privacy-connectors/conformance/simulator';

/** A person whose requests are tested. */
export interface SubjectOptions {
  /** Written to the first contact as it is here, to every second one in lower case. */
  readonly email: string;
  /** Contacts that share the e-mail; 1 by default. */
  readonly contacts?: number;
  /** Over all contacts, in turn; 1 by default. */
  readonly conversations?: number;
  /** 6 by default; generated when asked for, so 100,000 are no burden. */
  readonly messagesPerConversation?: number;
  /** At most 1,000; 0 by default. */
  readonly attachmentsPerConversation?: number;
}

/** When an accepted deletion takes effect: after a time, after so many look-ups that still found the contacts, or never. */
export type ErasureTiming =
  { readonly afterMilliseconds: number } | { readonly afterLookups: number } | 'never';

/** A leaky bucket: what drains from it, and what it holds. */
export interface VendorLimits {
  readonly requestsPerSecond: number;
  readonly burst: number;
}

/** Everything but `now` is JSON. Where the sources about Drift disagree, an option chooses. */
export interface DriftSimulatorOptions {
  /** The same seed gives the same world; 1 by default. */
  readonly seed?: number;
  /** On 127.0.0.1; any free one by default. */
  readonly port?: number;
  /** One by default: grace.hopper@example.com with 2 contacts, 7 conversations, 120 messages and 1 attachment in each. */
  readonly subjects?: readonly SubjectOptions[];
  /** Other people; the first of them have e-mails that almost equal a subject's. 50 by default. */
  readonly strangers?: number;
  /** In all, the subjects' included; 200 by default. */
  readonly conversations?: number;
  /** In each conversation of a stranger; 3 by default. */
  readonly strangerMessages?: number;
  /** Size of each attachment; 2,048 by default. */
  readonly attachmentBytes?: number;
  /** E-mails of further Drift users; none by default. */
  readonly employees?: readonly string[];
  /** The leaky bucket; none by default. */
  readonly limits?: VendorLimits;
  /** Whether a 429 of the bucket carries `Retry-After`; no by default. */
  readonly retryAfter?: boolean;
  /** Milliseconds that each answer takes at least; none by default. */
  readonly latency?: number;
  /** Life of an OAuth access token; 7,200 by default. */
  readonly accessTokenSeconds?: number;
  /** What becomes of a used refresh token; `replace` by default. */
  readonly rotation?: RefreshRotation;
  /** What tokens are granted; all by default. */
  readonly scopes?: readonly string[];
  /** List styles: `next` (offset), `page_token` (keyset) or `both`, the default. */
  readonly paging?: 'both' | 'offset' | 'keyset';
  /** Whether a list call without `next` must carry `page_token`, blank on the first page; no by default. */
  readonly pageTokenRequired?: boolean;
  /** A list `limit` above the style's maximum; `reject` by default. */
  readonly overLimit?: 'reject' | 'clamp';
  /** Names in token answers; `both` by default. */
  readonly tokenSpelling?: 'camelCase' | 'snake_case' | 'both';
  /** Form of token errors: RFC 6749 (400, the default) or Drift's own (403). */
  readonly tokenErrors?: 'oauth' | 'drift';
  /** Unit of token_info's `expires_in`, or no such operation; `milliseconds` by default. */
  readonly tokenInformation?: 'milliseconds' | 'seconds' | 'missing';
  /** Contacts by e-mail: arrays (default), or one object per page and 404 for none. */
  readonly contactAnswer?: 'array' | 'object';
  /** Contacts per page at most, whatever `limit` asks for; 100 by default. */
  readonly contactsPageSize?: number;
  /** Letter case in look-ups and deletions by e-mail; `sensitive` by default. */
  readonly emailMatch?: 'sensitive' | 'insensitive';
  /** A query parameter that the contact API does not know; `reject` (CONTACT-10) by default. */
  readonly unknownParameters?: 'reject' | 'ignore';
  /** 401 by default. */
  readonly badTokenStatus?: 401 | 403;
  /** `ignored`: an app that is uninstalled keeps its tokens, although the vendor says yes. */
  readonly uninstall?: 'works' | 'ignored';
  /** A contact that `contact_read` alone does not show: CONTACT-2 (401, the default) or CONTACT-1 (404). */
  readonly hiddenContactStatus?: 401 | 404;
  /** Name of a message's list of attachments; the short form carries no id. `attachments` by default. */
  readonly attachmentField?: 'attachments' | 'attachment';
  /** Two more look-ups by default. */
  readonly erasure?: ErasureTiming;
  /** Milliseconds; Date.now by default. */
  readonly now?: () => number;
}

const DEFAULT_SUBJECT: SubjectOptions = {
  email: 'grace.hopper@example.com',
  contacts: 2,
  conversations: 7,
  messagesPerConversation: 120,
  attachmentsPerConversation: 1,
};

/** Options that may be absent. */
type Absent = 'limits' | 'latency';

/** Every option with a value, where it must have one. */
export type DriftBehaviour = Required<Omit<DriftSimulatorOptions, Absent>> &
  Pick<DriftSimulatorOptions, Absent>;

const DEFAULTS: Required<Omit<DriftSimulatorOptions, Absent>> = {
  seed: 1,
  port: 0,
  subjects: [DEFAULT_SUBJECT],
  strangers: 50,
  conversations: 200,
  strangerMessages: 3,
  attachmentBytes: 2048,
  employees: [],
  retryAfter: false,
  accessTokenSeconds: 7200,
  rotation: 'replace',
  scopes: [
    'contact_read',
    'all_contact_read',
    'contact_write',
    'conversation_read',
    'user_read',
    'gdpr_write',
  ],
  paging: 'both',
  pageTokenRequired: false,
  overLimit: 'reject',
  tokenSpelling: 'both',
  tokenErrors: 'oauth',
  tokenInformation: 'milliseconds',
  contactAnswer: 'array',
  contactsPageSize: 100,
  emailMatch: 'sensitive',
  unknownParameters: 'reject',
  badTokenStatus: 401,
  uninstall: 'works',
  hiddenContactStatus: 401,
  attachmentField: 'attachments',
  erasure: { afterLookups: 2 },
  now: Date.now,
};

const NAMES = new Set([...Object.keys(DEFAULTS), 'limits', 'latency']);

/** Fills in the defaults. @throws RangeError for an option that does not exist or a world that cannot be. */
export function behaviourOf(options: DriftSimulatorOptions): DriftBehaviour {
  const unknown = Object.keys(options).find((name) => !NAMES.has(name));
  if (unknown !== undefined) throw new RangeError(`The Drift simulator has no option "${unknown}".`);
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const behaviour: DriftBehaviour = { ...DEFAULTS, ...Object.fromEntries(given) };
  const needed = behaviour.subjects.reduce((sum, subject) => sum + (subject.conversations ?? 1), 0);
  if (needed > behaviour.conversations) {
    throw new RangeError(
      `The subjects have ${needed} conversations: raise "conversations" to at least that.`,
    );
  }
  return behaviour;
}
