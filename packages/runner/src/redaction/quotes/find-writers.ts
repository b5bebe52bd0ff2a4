import type { TextRange } from '../text/folded-text.js';
import { anyName, particle } from './name-patterns.js';
import { monthsBeforeNames, nobodies, verbsBefore, verbsBehind } from './writer-words.js';

const writer = new RegExp(
  `(?<=[,\\d:] {1,3}|uhr |(?:am|pm) |schrieb |\\bhat |^)(${anyName})(?= {0,2}(?:$|:|,?\\(?<|${verbsBehind}))`,
  'gu',
);
const lastVerb =
  /(?:^| )(?:wrote|schrieb|(?:folgendes )?geschrieben|folgendes|a ecrit|escribio|napisal(?:\(a\)|a)?|ha scritto)$/;

const weekday = '(?:[Oo]n|[Aa]m) [A-Za-z]+(?:day|tag|woch),?';
const clock = String.raw`[AaPp]\.?[Mm]\.?|[Uu]hr`;
const role = 'uzytkowni(?:k|czka)|user|usuario|utilisateur|utente';
const comparison = '[Aa]s|[Ww]ie|[Cc]omm?[eo]|[Jj]ak';
const month = `(?:de )?(?:${monthsBeforeNames.join('|')})`;
/** What stands between the date and the name: folded, as it is written. */
const beforeName = new RegExp(
  `^(?:(?:.* )?(?:${verbsBefore}) |(?:${weekday} |(?:${clock}|${role}|${comparison}|${month}) )+)`,
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
  return nobodies.has(word.toLowerCase()) || particles.has(word) || elided.test(word);
}
