/**
 * Which of the media types on offer an `Accept` header (RFC 9110, 12.5.1) wants most; the first one when it wants none of
 * them or says nothing. Of equally wanted ones that comes first which is named, and not covered by a `*`.
 */
export function acceptedType(header: string | undefined, offered: readonly [string, ...string[]]): string {
  const ranges = (header ?? '').split(',').map(parseRange);
  const ranked = offered.map((type) => ({ type, ...wishFor(type, ranges) }));
  const [best] = ranked.sort((one, other) => other.quality - one.quality || other.precision - one.precision);
  return best === undefined || best.quality === 0 ? offered[0] : best.type;
}

interface Range {
  readonly type: string;
  /** From 0, not wanted, to 1. */
  readonly quality: number;
}

function parseRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 1 };
}

/** The most precise range that covers the type counts. */
function wishFor(
  type: string,
  ranges: readonly Range[],
): { readonly quality: number; readonly precision: number } {
  const covering = ['*/*', `${type.split('/')[0] ?? ''}/*`, type];
  const precisions = covering.map((cover, precision) => ({
    precision,
    range: ranges.find((range) => range.type === cover),
  }));
  const found = precisions.findLast(({ range }) => range !== undefined);
  return { quality: found?.range?.quality ?? 0, precision: found?.precision ?? 0 };
}
