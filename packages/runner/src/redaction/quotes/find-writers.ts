import type { TextRange } from '../text/folded-text.js';
import { anyName, particle } from './name-patterns.js';

const writer = new RegExp(
  `(?<=[,\\d:] {1,3}|uhr |(?:am|pm) |schrieb |\\bhat |^)(${anyName})(?= {0,2}(?:$|:|,?\\(?<|wrote|schrieb|geschrieben|a ecrit|escribio|napisal|ha scritto))`,
  'gu',
);
const lastVerb =
  /(?:^| )(?:wrote|schrieb|(?:folgendes )?geschrieben|folgendes|a ecrit|escribio|napisal(?:\(a\)|a)?|ha scritto)$/;
const months =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre';
/** What stands between the date and the name: folded, as it is written. */
const beforeName = new RegExp(
  `^(?:(?:.* )?(?:schrieb|hat|wrote|napisal|escribio) |(?:(?:[Oo]n|[Aa]m) [A-Za-z]+(?:day|tag|woch),? |(?:[AaPp]\\.?[Mm]\\.?|[Uu]hr|uzytkowni(?:k|czka)|user|usuario|utilisateur|utente|[Aa]s|[Ww]ie|[Cc]omm?[eo]|[Jj]ak|(?:de )?(?:${months.replaceAll(' ', '|')})) )+)`,
);
/** Words that are nobody where nothing else stands beside them, or where they have no capital. */
const noNames: ReadonlySet<string> = new Set(
  `i me my as we us our you your he his she her they their who it its what the a an this that someone somebody everyone everybody nobody
  ich mich mir mein meine meiner dein deine wie wir uns unser unsere du sie er ihm ihr ihre ihnen es was das die der dem ein eine man jemand niemand
  je me mon ma mes tu ton ta il elle on nous notre vous votre ils elles leur comme ce un une quelqu'un
  yo mi mis tu su sus ella el nos usted lo una como que alguien ja mi moj moja ty on ona mu my wy jak co ktos io mio mia lui lei ci vi come qualcuno
  january february march april may june july august september october november december ${months}`.split(
    /\s+/,
  ),
);
const elided = /^(?:[cjlmnst]|qu)'/;
/** Letters of scripts without capitals are as good as one. */
const startsLikeName = /^[("]{0,2}(?:\p{Ll}{1,2}')?[\p{Lu}\p{Lt}\p{Lo}]/u;
const particles: ReadonlySet<string> = new Set(particle.split('|'));
/** Programs write when, people seldom do. */
const dated = /\d|[@<]|(?:mon|tues|wednes|thurs|fri|satur|sun)day/;
const articleBeforeNoun = /^(?:der|die|das|ein|eine) |^(?:the|la|le|el|il|lo|un|une|una) \p{Ll}/u;

/**
 * Who wrote, in the line before a quotation: not "As I wrote:", "Ella me escribió:". When in doubt it is a name.
 * @param lower The line, folded, in lower case; `cased` is the same as it is written.
 */
export function findWriters(lower: string, cased: string): readonly TextRange[] {
  const isDated = dated.test(lower);
  return [...lower.matchAll(writer)].flatMap(({ 0: found, index }): readonly TextRange[] => {
    const end = index + found.replace(lastVerb, '').trimEnd().length;
    const written = cased.slice(index, end);
    const name = written.replace(beforeName, '');
    return name.length > 1 && isName(name, isDated) ? [{ start: end - name.length, end }] : [];
  });
}

function isName(name: string, isDated: boolean): boolean {
  const words = name.split(/\s+/);
  if (words.every(isNobody) || articleBeforeNoun.test(name)) return false;
  const plain = words.filter((word) => !startsLikeName.test(word) && !particles.has(word));
  return plain.length === 0 || (isDated && !plain.some(isNobody));
}

function isNobody(word: string): boolean {
  return noNames.has(word.toLowerCase()) || particles.has(word) || elided.test(word);
}
