import type { FieldProblem, Problem } from '../problems/problem.js';
import { integer, listOf, objectOf, text, type Schema } from './schema.js';

/** What is said about problems, by name. */
export const problemSchemas: { readonly [name: string]: Schema } = {
  Problem: objectOf<Problem>(
    {
      type: { type: 'string', format: 'uri-reference' },
      title: text,
      status: integer,
      detail: text,
      code: text,
      errors: listOf(objectOf<FieldProblem>({ field: text, message: text })),
    },
    ['errors'],
  ),
};
