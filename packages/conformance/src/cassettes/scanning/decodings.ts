import { plain } from './spellings.js';

/** What a text says under the encodings that values hide in: percent, JSON escapes, base64, hexadecimal; in lower case. */
export function decodingsOf(text: string): readonly string[] {
  const decoded = [text, unescaped(text), percentDecoded(text), percentDecoded(percentDecoded(text))];
  const all = decoded.flatMap((each) => [each, ...base64Decoded(each), ...hexDecoded(each)]);
  return [...new Set(all.map(plain))];
}

/** Digits without what stands between those of one number. */
export function withoutGrouping(text: string): string {
  return text.replaceAll(/(?<=\d)[\s().-]{1,3}(?=\d)/g, '');
}

function unescaped(text: string): string {
  return text
    .replaceAll(/\\+u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\+(["\\/])/g, '$1');
}

/** Whatever can be decoded; a percent sign that means nothing stays. */
function percentDecoded(text: string): string {
  return text.replaceAll('+', ' ').replaceAll(/(?:%[\da-f]{2})+/gi, (bytes) => {
    return Buffer.from(bytes.replaceAll('%', ''), 'hex').toString();
  });
}

/** Encoded text may stand behind something that looks encoded too, so each of the four beginnings is tried. */
function base64Decoded(text: string): readonly string[] {
  const runs = text.match(/[\w+/-]{8,}/g) ?? [];
  return [0, 1, 2, 3].map((skipped) =>
    runs.map((run) => Buffer.from(run.slice(skipped), 'base64').toString()).join('\n'),
  );
}

function hexDecoded(text: string): readonly string[] {
  const runs = text.match(/[\da-f]{12,}/gi) ?? [];
  return [0, 1].map((skipped) =>
    runs.map((run) => Buffer.from(run.slice(skipped), 'hex').toString()).join('\n'),
  );
}
