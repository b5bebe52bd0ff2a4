/** ISO 8601 in UTC, or undefined for what is no time a calendar has. */
export function isoTime(epochMilliseconds: number | undefined): string | undefined {
  if (epochMilliseconds === undefined) return undefined;
  const date = new Date(epochMilliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
