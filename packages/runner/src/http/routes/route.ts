import type { Readable } from 'node:stream';
import type { Actor } from '../../access/actor.js';
import type { Role } from '../../access/role.js';
import type { Application } from '../../application/application.js';
import type { LocalServices } from '../../application/services.js';
import type { InputClass } from '../inputs/check-input.js';
import type { Schema } from '../schemas/schema.js';

/** A call of a route, its input checked. */
export interface Call<Params, Query, Body> {
  /** What the holder of the key can do. A public route acts for nobody and must not ask for it. */
  readonly services: LocalServices;
  readonly actor: Actor | null;
  /** The OpenAPI document of the service. */
  readonly description: object;
  readonly application: Application;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The query as it came. */
  readonly rawQuery: string;
  /** A header by its lower-case name. */
  readonly header: (name: string) => string | undefined;
  /** Aborted when the caller goes away. */
  readonly signal: AbortSignal;
  /** Aborted when the service stops: answers without an end have to end then. */
  readonly stopping: AbortSignal;
}

/** What a route answers with. */
export interface Answer {
  readonly status: number;
  /** A value that is sent as JSON, a stream or text that is sent as it is, or nothing. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One answer that a route can give, for its description. Problems need no mention. */
export interface AnswerDescription {
  readonly description: string;
  /** Of the JSON body. */
  readonly schema?: Schema;
  /** Of a body that is no JSON. */
  readonly mediaType?: string;
  /** What else the same may be had as, by the header Accept. */
  readonly alternatives?: readonly string[];
}

/** A header that a route looks at. */
export interface HeaderDescription {
  readonly name: string;
  readonly description: string;
  readonly schema: Schema;
}

/** A route by its declaration; all of it stands in the OpenAPI document. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With parameters in braces, e.g. `/v1/requests/{id}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  readonly summary: string;
  /** The least role of those who may call it; `public` needs no key. */
  readonly access: Role | 'public';
  readonly params?: InputClass<object>;
  /** `any`: whoever calls is not ours to tell what to send, and the handler takes what it knows. */
  readonly query?: InputClass<object> | 'any';
  readonly body?: InputClass<object>;
  readonly headers?: readonly HeaderDescription[];
  readonly answers: { readonly [status: number]: AnswerDescription };
  /** Milliseconds that answering may take; null where the answer is a stream that takes as long as it takes. */
  readonly timeLimit?: number | null;
  readonly handle: (call: Call<object, object, object>) => Promise<Answer>;
}

/** A declaration with the types of its input. */
interface Declaration<Params extends object, Query extends object, Body extends object> extends Omit<
  Route,
  'params' | 'query' | 'body' | 'handle'
> {
  readonly params?: InputClass<Params>;
  readonly query?: InputClass<Query> | 'any';
  readonly body?: InputClass<Body>;
  readonly handle: (call: Call<Params, Query, Body>) => Promise<Answer>;
}

/** Declares a route; the input of `handle` has the types of the classes that it is checked with. */
export function route<
  Params extends object = object,
  Query extends object = object,
  Body extends object = object,
>(declaration: Declaration<Params, Query, Body>): Route {
  // Sound, because the server hands over instances of exactly these classes.
  return declaration as unknown as Route;
}

/** A JSON answer. */
export function json(status: number, body: unknown): Answer {
  return { status, body };
}

/** An answer that streams. */
export function stream(status: number, body: Readable, headers: Readonly<Record<string, string>>): Answer {
  return { status, body, headers };
}
