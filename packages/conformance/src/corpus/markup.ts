import type { Random } from '../simulator/random.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** As a page may write a name: plainly, with elements inside it, or with entities. */
export function disguised(text: string, random: Random): string {
  return random.pick([escaped, split, asEntities, twiceAsEntities])(text);
}

function split(text: string): string {
  return `<b>${escaped(text.slice(0, 2))}</b><span style="color:#333">${escaped(text.slice(2))}</span>`;
}

function asEntities(text: string): string {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return points
    .map((point, index) => (index % 2 === 0 ? `&#${point};` : `&#x${point.toString(16)};`))
    .join('');
}

function twiceAsEntities(text: string): string {
  return asEntities(text).replaceAll('&', '&amp;');
}

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const MOST_ROUNDS = 12;

/** A text, and what it becomes each time somebody decodes entities, percent signs, escapes of JSON and quoted-printable. */
export function decodings(text: string): readonly string[] {
  const all = [text];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const last = all.at(-1) ?? '';
    const next = decodedBytes(
      decoded(last.replace(/=\r?\n/g, '')).replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
        characterOf(parseInt(code, 16)),
      ),
    );
    if (next === last) break;
    all.push(next);
  }
  return all;
}

function decodedBytes(text: string): string {
  return text.replace(/(?:[%=][0-9a-f]{2})+/gi, (run) => {
    const bytes = Buffer.from(run.replace(/[%=]/g, ''), 'hex').toString();
    return bytes.includes('\uFFFD') ? run : bytes;
  });
}

/** The characters that entities stand for: numbers, and those of {@link escaped}. */
export function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, digits: string) => characterOf(parseInt(digits, 16)))
    .replace(/&#([0-9]{1,7});/g, (_, digits: string) => characterOf(Number(digits)))
    .replace(/&(amp|lt|gt|quot);/g, (entity, name: string) => CHARACTERS[name] ?? entity);
}

function characterOf(point: number): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

export function withoutTags(html: string): string {
  return html.replace(/<[^<>]*>/g, '');
}
