/** How many bytes from `at` are one character of UTF-8 (1 to 4); 0 where they are none. Unicode 3.9, table 3-7. */
export function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = lengthAfter(first);
  const [lowest, highest] = secondByte(first);
  const second = bytes[at + 1] ?? 0;
  if (length > 1 && (second < lowest || second > highest)) return 0;
  for (let next = at + 2; next < at + length; next += 1) if (!isContinuing(bytes[next])) return 0;
  return length;
}

function lengthAfter(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Neither overlong, nor half of a pair, nor beyond the last code point. */
function secondByte(first: number): readonly [lowest: number, highest: number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}

function isContinuing(byte = 0): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}
