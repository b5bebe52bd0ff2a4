const statuses = [400, 401, 403, 404, 409, 422, 429, 500];

/** Answers that quote what must not be repeated, in every part of the body: as errors, as wrong JSON, as HTML. */
export function hostileAnswers(secrets: readonly string[]): readonly (() => Response)[] {
  const quote = secrets.join(' ');
  const error = { error: { type: quote, message: quote }, message: quote, [quote]: quote };
  const shapes = [error, { data: quote, [quote]: [quote] }, [quote], quote];
  return [
    ...statuses.map((status) => () => Response.json(error, { status })),
    ...shapes.map((shape) => () => Response.json(shape)),
    () => new Response(`<p>${quote}</p>`, { headers: { 'content-type': 'text/html' } }),
  ];
}
