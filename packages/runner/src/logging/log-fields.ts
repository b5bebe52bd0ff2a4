import { errorFacts } from '../errors/error-facts.js';

/** The facts that an event may carry: ids of ours, names that administrators chose, templates and numbers. */
export interface LogFields {
  /** Id of one HTTP call. */
  readonly call?: string;
  readonly method?: string;
  /** Template of a route, e.g. `/v1/requests/:id`; never the path that was asked for. */
  readonly route?: string;
  /** HTTP status. */
  readonly status?: number;
  readonly milliseconds?: number;
  /** Id of an API key. */
  readonly key?: string;
  /** Scheme, host and port where the service listens. */
  readonly origin?: string;
  /** Id of a privacy request. */
  readonly request?: string;
  readonly task?: string;
  /** Id of a connection. */
  readonly connection?: string;
  /** Id of a connector. */
  readonly connector?: string;
  /** Name of a webhook. */
  readonly webhook?: string;
  /** A word that says how something ended, e.g. a status of ours. */
  readonly outcome?: string;
  readonly count?: number | undefined;
  /** Sequence number of an entry of the audit log. */
  readonly entry?: number;
  /** Hash of such an entry, in hexadecimal digits. */
  readonly hash?: string;
  /** Any error: only its kind is told, never its message. */
  readonly error?: unknown;
}

type Serialise = (value: unknown) => unknown;

const withheld = '(withheld)';
const word = matching(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$/);

/** One per field; a value of another shape than the field's is withheld. */
const serialisers: { readonly [Field in keyof LogFields]-?: Serialise } = {
  call: word,
  method: matching(/^[A-Z]{1,10}$/),
  route: matching(/^\/[\w/:.*{}-]{0,200}$/),
  status: number,
  milliseconds: number,
  key: word,
  origin: matching(/^https?:\/\/[A-Za-z0-9.:[\]-]{1,260}$/),
  request: word,
  task: word,
  connection: word,
  connector: word,
  webhook: word,
  outcome: word,
  count: number,
  entry: number,
  hash: matching(/^[0-9a-f]{64}$/),
  error: errorFacts,
};

/** The listed fields in their listed shapes; whatever else is there stays behind. */
export function listedFields(fields: object): { readonly [field: string]: unknown } {
  const listed = Object.entries(fields).flatMap(([field, value]) => {
    const serialise = Object.hasOwn(serialisers, field) && serialisers[field as keyof LogFields];
    return serialise && value !== undefined ? [[field, serialise(value)] as const] : [];
  });
  return Object.fromEntries(listed);
}

function matching(pattern: RegExp): Serialise {
  return (value) => (typeof value === 'string' && pattern.test(value) ? value : withheld);
}

function number(value: unknown): unknown {
  return typeof value === 'number' && Number.isFinite(value) ? Math.round(value) : withheld;
}
