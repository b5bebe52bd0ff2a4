/** The schema of an object all of whose properties are required. */
export function object<Properties extends object>(properties: Properties) {
  return { type: 'object', required: Object.keys(properties), properties } as const;
}

/** The description of an operation that answers that JSON. */
export function answers(operationId: string, schema: object) {
  return {
    operationId,
    responses: { '200': { content: { 'application/json': { schema: { ...schema } } } } },
  };
}

/** What may be part of every description. */
export const text = { type: 'string' } as const;

export const next = { type: ['string', 'null'] } as const;
