import { refuseUndescribed } from './described.js';

/** What came back from the service. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** How to call the service. */
export interface CallOptions {
  /** Undefined: the key with the most rights; null: none. */
  readonly key?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where the service is, and the key that calls it unless another is named. */
export interface Caller {
  readonly url: string;
  readonly admin: string;
}

/** Calls the service. @throws Error when it answers otherwise than its OpenAPI document says. */
export async function callService(
  { url, admin }: Caller,
  method: string,
  path: string,
  options: CallOptions = {},
): Promise<Reply> {
  const response = await fetch(url + path, { method, ...sent(options, admin) });
  const text = await response.text();
  const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';');
  const body = mediaType.endsWith('json') ? (JSON.parse(text) as unknown) : text;
  const { headers, status } = response;
  refuseUndescribed(method, path, { status, mediaType, body });
  return { status, headers, body };
}

function sent({ key, body, headers }: CallOptions, admin: string): RequestInit {
  const authorization = key === null ? {} : { authorization: `Bearer ${key ?? admin}` };
  if (body === undefined) return { headers: { ...authorization, ...headers } };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { headers: { ...authorization, 'content-type': 'application/json', ...headers }, body: text };
}
