import type { KlaviyoSimulator } from '../../src/simulator/index.js';

const MEDIA_TYPE = 'application/vnd.api+json';

/** What a call may do otherwise than a correct one. */
export interface Ask {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A resource of a JSON:API document. */
export interface Resource {
  readonly type: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface Document {
  readonly data: readonly Resource[];
  readonly links: { readonly next: string | null };
  readonly included?: readonly Resource[];
}

/** Calls the simulator as Klaviyo wants to be called; POST when there is a body. */
export function ask(simulator: KlaviyoSimulator, path: string, how: Ask = {}): Promise<Response> {
  const headers = {
    authorization: `Klaviyo-API-Key ${how.key ?? simulator.privateKey}`,
    revision: '2026-07-15',
    accept: MEDIA_TYPE,
    ...(how.body === undefined ? {} : { 'content-type': MEDIA_TYPE }),
    ...how.headers,
  };
  const init =
    how.body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(how.body) };
  return fetch(path.startsWith('http') ? path : simulator.baseUrl + path, init);
}

/** The document that a listing answers. */
export async function read(simulator: KlaviyoSimulator, path: string): Promise<Document> {
  const answer = await ask(simulator, path);
  if (answer.status !== 200) throw new Error(`${answer.status} for ${path}`);
  return (await answer.json()) as Document;
}

/** Ids of everything in a listing, page by page. */
export async function readAll(simulator: KlaviyoSimulator, path: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let next: string | null = path; next !== null;) {
    const page: Document = await read(simulator, next);
    ids.push(...page.data.map(({ id }) => id));
    next = page.links.next;
  }
  return ids;
}

/** The path of a search for profiles. */
export function profilesBy(filter: string, rest = ''): string {
  return `/api/profiles?filter=${encodeURIComponent(filter)}${rest}`;
}

/** The body of a deletion job for one profile, by what `profile` says. */
export function deletionJob(profile: Readonly<Record<string, unknown>>): unknown {
  const data = { type: 'profile', ...profile };
  return { data: { type: 'data-privacy-deletion-job', attributes: { profile: { data } } } };
}

/** The body of a suppression job. */
export function suppressionJob(...emails: readonly string[]): unknown {
  const data = emails.map((email) => ({ type: 'profile', attributes: { email } }));
  return { data: { type: 'profile-suppression-bulk-create-job', attributes: { profiles: { data } } } };
}
