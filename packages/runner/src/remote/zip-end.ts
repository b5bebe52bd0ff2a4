/** Bytes at the end of a zip without a comment that tell how many files it holds: with zip64, the three records of its end. */
export const zipEndBytes = 98;

const endOfDirectory = 0x06054b50;
const zip64EndOfDirectory = 0x06064b50;
const endBytes = 22;
/** A number that only the zip64 record can hold. */
const elsewhere = 0xffff;

/** How many files a zip holds, by its last {@link zipEndBytes}; undefined when these are not the end of one. */
export function filesInZip(tail: Buffer): number | undefined {
  const end = tail.subarray(-endBytes);
  if (end.length < endBytes || end.readUInt32LE(0) !== endOfDirectory) return undefined;
  const files = end.readUInt16LE(10);
  if (files !== elsewhere || tail.length < zipEndBytes) return files;
  return tail.readUInt32LE(0) === zip64EndOfDirectory ? Number(tail.readBigUInt64LE(32)) : files;
}
