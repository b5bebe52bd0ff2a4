import type { FoldedText, TextRange } from '../text/folded-text.js';

/** What programs put before the text that is answered, in the languages we know; folded, in lower case. */
const introduction =
  /^[ \t]{0,8}(?:on\b.{0,300}\bwrote|am\b.{0,300}\bschrieb\b.{0,200}|am\b.{0,300}\bhat\b.{0,200}\bgeschrieben|.{0,200}\bschrieb am\b.{0,200}|le\b.{0,300}\ba ecrit|el\b.{0,300}\bescribio|w dniu\b.{0,300}\bnapisal(?:\(a\)|a|\/a)?|dnia\b.{0,300}\bnapisal(?:\(a\)|a|\/a)?|il\b.{0,300}\bha scritto)\s{0,2}:?[ \t]{0,4}$/;
/** The last line of an introduction that was broken in two. */
const endOfIntroduction =
  /^.{0,200}\b(?:wrote(?: on\b.{0,100})?|schrieb|geschrieben|a ecrit|escribio|napisal(?:\(a\)|a)?|ha scritto)\s{0,2}:[ \t]{0,4}$/;
const separator =
  /^[ \t]{0,8}[-_]{2,60}[ \t]{0,4}(?:original message|ursprungliche nachricht|forwarded message|weitergeleitete nachricht|message d'origine|message original|mensaje original|mensaje reenviado|wiadomosc oryginalna|oryginalna wiadomosc|messaggio originale|begin forwarded)/;
/** Names of the fields that say who, and of others; folded, in lower case. */
const people =
  'from|to|cc|bcc|reply-to|reply to|sender|von|an|kopie|blindkopie|bkk|antwort an|antworten an|absender|empfanger|de|a|cci|repondre a|expediteur|destinataire|para|cco|responder a|remitente|destinatario|od|do|dw|udw|odpowiedz do|nadawca|adresat|da|ccn|rispondi a|mittente';
const others =
  'sent|date|subject|gesendet|datum|betreff|envoye|objet|enviado|asunto|fecha|wyslano|data|temat|inviato|oggetto';
const header = new RegExp(`^[ \\t*]{0,8}(?:(${people})|(?:${others}))[ \\t]{0,4}[*]{0,2}:`);
const longestIntroduction = 600;

/** Whether a line is a field of an e-mail's head, and whether that names people. */
export function headerField(line: string): 'people' | 'other' | undefined {
  const found = header.exec(line.slice(0, 60));
  if (found === null) return undefined;
  return found[1] === undefined ? 'other' : 'people';
}

export function isIntroduction(line: string): boolean {
  return line.length < longestIntroduction && (introduction.test(line) || endOfIntroduction.test(line));
}

/** What somebody else wrote before: what is marked as a quotation, what introduces it, and heads of e-mails. */
export function quotedParts({ lower, quoted }: FoldedText): readonly TextRange[] {
  const parts: TextRange[] = [];
  let rest = false;
  let at = 0;
  let before: TextRange = { start: 0, end: 0 };
  for (const line of lower.split('\n')) {
    const here = { start: at, end: at + line.length };
    // After such a line everything is quoted, with or without a mark at each line.
    rest ||= separator.test(line.slice(0, 200));
    // An address is put onto the line after the name it belongs to.
    const goesOn = parts.at(-1) === before && /^\s{0,8}</.test(line);
    if (line.length < longestIntroduction && endOfIntroduction.test(line)) parts.push(before);
    if (rest || goesOn || isIntroduction(line) || headerField(line) !== undefined) parts.push(here);
    before = here;
    at = here.end + 1;
  }
  return [...quoted, ...parts].sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Looks places up in ranges that may overlap. */
export class Places {
  readonly #ranges: readonly TextRange[];

  /** `ranges` in the order of their starts. */
  constructor(ranges: readonly TextRange[]) {
    this.#ranges = joined(ranges);
  }

  has(place: number): boolean {
    return this.#lastEnd(place) >= place;
  }

  /** Whether one of them has a character in common with a range. */
  meets({ start, end }: TextRange): boolean {
    return this.#lastEnd(end - 1) > start;
  }

  /** Where the last range ends that begins at a place or before; they do not overlap any more. */
  #lastEnd(place: number): number {
    let [low, high] = [0, this.#ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ranges[middle]?.start ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return this.#ranges[low - 1]?.end ?? -1;
  }
}

function joined(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: TextRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last === undefined || range.start > last.end) result.push(range);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return result;
}
