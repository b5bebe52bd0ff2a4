import type { FastifySchema } from 'fastify';
import type { InputClass } from '../inputs/check-input.js';
import type { AnswerDescription, Route } from '../routes/route.js';
import { reference, text } from '../schemas/schema.js';
import { inputSchema } from './input-schema.js';

/** What Fastify and the OpenAPI document are told of a route. Fastify validates nothing by it: our classes do. */
export function operationOf(route: Route): FastifySchema {
  const { operationId, summary, tag, access, headers = [] } = route;
  return {
    operationId,
    summary,
    tags: [tag],
    security: access === 'public' ? [] : [{ apiKey: [access] }],
    ...place('params', route.params),
    ...place('querystring', route.query === 'any' ? undefined : route.query),
    ...(route.body === undefined ? {} : { body: reference(route.body.name) }),
    ...(headers.length === 0 ? {} : { headers: headersOf(headers) }),
    response: { ...answersOf(route.answers), default: problemAnswer },
  };
}

function place(name: 'params' | 'querystring', type: InputClass<object> | undefined): FastifySchema {
  return type === undefined ? {} : { [name]: inputSchema(type) };
}

function headersOf(headers: NonNullable<Route['headers']>): object {
  const properties = headers.map(({ name, description, schema }) => [name, { ...schema, description }]);
  return { type: 'object', properties: Object.fromEntries(properties) as object };
}

function answersOf(answers: Route['answers']): object {
  return Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)]));
}

function answerOf({ description, schema, mediaType, alternatives = [] }: AnswerDescription): object {
  if (schema !== undefined) {
    const others = alternatives.map((name) => [name, { schema: text }] as const);
    return { description, content: { 'application/json': { schema }, ...Object.fromEntries(others) } };
  }
  if (mediaType === undefined) return { description, type: 'null' };
  return { description, content: { [mediaType]: { schema: {} } } };
}

const problemAnswer = {
  description: 'A problem.',
  content: { 'application/problem+json': { schema: reference('Problem') } },
};
