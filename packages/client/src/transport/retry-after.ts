/** Seconds that an answer asks to wait, from a `Retry-After` in either of its forms; undefined without one. */
export function retryAfterSeconds(answer: Response, now = Date.now()): number | undefined {
  const told = answer.headers.get('retry-after');
  if (told === null) return undefined;
  if (/^\d{1,9}$/.test(told)) return Number(told);
  const time = Date.parse(told);
  return Number.isNaN(time) ? undefined : Math.max(0, (time - now) / 1000);
}
