import { windows1252Character } from './bytes.js';
import type { Care, DecodedPiece } from './decoded-text.js';

const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ' },
    ...{ AMP: '&', LT: '<', GT: '>', QUOT: '"', NonBreakingSpace: ' ', Tab: ' ', NewLine: '\n' },
    ...{
      shy: '\u00AD',
      zwj: '\u200D',
      zwnj: '\u200C',
      lrm: '\u200E',
      rlm: '\u200F',
      ZeroWidthSpace: '\u200B',
    },
    ...{ commat: '@', period: '.', comma: ',', hyphen: '-', dash: '-', ndash: '-', mdash: '-', minus: '-' },
    ...{ lowbar: '_', UnderBar: '_', plus: '+', percnt: '%', equals: '=', num: '#', excl: '!', ast: '*' },
    ...{ lpar: '(', rpar: ')', lsqb: '[', rsqb: ']', lbrack: '[', rbrack: ']', lcub: '{', rcub: '}' },
    ...{ rsquo: "'", lsquo: "'", colon: ':', semi: ';', sol: '/', bsol: '\\', quest: '?', vert: '|' },
    ...{
      szlig: 'ß',
      aelig: 'æ',
      AElig: 'Æ',
      oelig: 'œ',
      OElig: 'Œ',
      eth: 'ð',
      ETH: 'Ð',
      thorn: 'þ',
      THORN: 'Þ',
    },
    ...{ inodot: 'ı', imath: 'ı' },
  }),
);

/** Letters with an accent, e.g. `eacute`: the letter is enough, since accents are folded away. */
const accented =
  /^([A-Za-z])(?:acute|grave|circ|uml|tilde|ring|cedil|caron|slash|breve|dot|macr|ogon|strok|dblac)$/;
const shortestName = 2;

/** What an entity stands for; undefined when it is none that a text holds. */
export function pieceOfEntity(entity: string, care: Care): DecodedPiece | undefined {
  if (care === 'strict' && !entity.endsWith(';')) return undefined;
  const name = entity.slice(1).replace(/;$/, '');
  if (name.startsWith('#')) return piece(characterOf(name.slice(1)), entity.length);
  const whole = textOf(name);
  if (whole !== undefined || entity.endsWith(';')) return piece(whole, entity.length);
  return beginning(name);
}

/** Programs also take `M&uumlller` for what it was meant to be. */
function beginning(name: string): DecodedPiece | undefined {
  for (let length = name.length - 1; length >= shortestName; length -= 1) {
    const text = textOf(name.slice(0, length));
    if (text !== undefined) return { text, length: length + 1 };
  }
  return undefined;
}

function piece(text: string | undefined, length: number): DecodedPiece | undefined {
  return text === undefined ? undefined : { text, length };
}

function textOf(name: string): string | undefined {
  return named.get(name) ?? accented.exec(name)?.[1];
}

function characterOf(digits: string): string | undefined {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  if (code >= 0x80 && code < 0xa0) return windows1252Character(code);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
