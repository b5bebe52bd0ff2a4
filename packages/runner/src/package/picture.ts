/** Bytes that are enough to tell. */
export const pictureHeadBytes = 12;

/** What files of the kinds begin with that every browser shows and none can run: PNG, JPEG, GIF, WebP. */
const beginnings: readonly RegExp[] = [
  /^\x89PNG\r\n\x1a\n/,
  /^\xff\xd8\xff/,
  /^GIF8[79]a/,
  /^RIFF[\s\S]{4}WEBP/,
];

/** Whether a file that begins with these bytes is a picture made of pixels; its name and declared type say nothing. */
export function isPicture(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1');
  return beginnings.some((beginning) => beginning.test(text));
}
