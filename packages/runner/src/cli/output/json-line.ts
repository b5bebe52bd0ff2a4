/** Valid in JSON as they are, but some terminals obey them. JSON.stringify escapes the rest. */
const unsafe = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** `document` as one line of JSON that cannot steer a terminal. */
export function jsonLine(document: unknown): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(document).replace(unsafe, escape)}\n`;
}
