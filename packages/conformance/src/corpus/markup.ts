import type { Random } from '../simulator/random.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** As a page may write a name: plainly, with elements inside it, or with entities. */
export function disguised(text: string, random: Random): string {
  return random.pick([escaped, split, asEntities])(text);
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

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

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
