const named: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ' },
    ...{ shy: '\u00AD', zwj: '\u200D', zwnj: '\u200C', lrm: '\u200E', rlm: '\u200F', Tab: ' ', NewLine: ' ' },
    ...{ commat: '@', period: '.', comma: ',', hyphen: '-', dash: '-', ndash: '-', mdash: '-', lowbar: '_' },
    ...{
      plus: '+',
      lpar: '(',
      rpar: ')',
      lsqb: '[',
      rsqb: ']',
      rsquo: "'",
      lsquo: "'",
      colon: ':',
      sol: '/',
    },
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
    inodot: 'ı',
  }),
);

/** Letters with an accent, e.g. `eacute`: the letter is enough, since accents are folded away. */
const accented =
  /^([A-Za-z])(?:acute|grave|circ|uml|tilde|ring|cedil|caron|slash|breve|dot|macr|ogon|strok|dblac)$/;

/** The character of an entity, given without `&` and `;`; undefined when it is none that a text holds. */
export function entityText(entity: string): string | undefined {
  if (entity.startsWith('#')) return characterOf(entity.slice(1));
  return named.get(entity) ?? accented.exec(entity)?.[1];
}

function characterOf(digits: string): string | undefined {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
