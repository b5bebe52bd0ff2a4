import type { ByteRange } from '../../package/package-stream.js';

const form = /^bytes=(\d{0,15})-(\d{0,15})$/;

/** Whether a `Range` header asks for one range of bytes. Others, e.g. several at once, are ignored, as RFC 9110 allows. */
export function isOneRange(header: string): boolean {
  return form.test(header) && header !== 'bytes=-';
}

/** The range that a header asks for of `size` bytes; undefined when there is nothing of it. */
export function rangeOf(header: string, size: number): ByteRange | undefined {
  const [, from = '', to = ''] = form.exec(header) ?? [];
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first <= last && first < size ? { first, last } : undefined;
}
