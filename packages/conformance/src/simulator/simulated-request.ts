import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A request as an operation of a simulator sees it. */
export interface SimulatedRequest {
  readonly method: string;
  readonly path: string;
  /** Values of the path template's names, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The token of `Authorization: Bearer`, if any. */
  readonly bearer: string | undefined;
}

/** The token of an `Authorization: Bearer` header. */
export function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/** The body as a JSON object; undefined when it is anything else. */
export function jsonObjectOf(request: SimulatedRequest): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(request.body.toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The body as a form; undefined when the content type says otherwise. */
export function formOf(request: SimulatedRequest): URLSearchParams | undefined {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined;
  return new URLSearchParams(request.body.toString('utf8'));
}

/** Reads the whole body. @throws Error when the client goes away. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
