import type { Random } from '../simulator/random.js';
import type { Cast, CastMember } from './cast.js';
import { folded } from './fold.js';
import { emailSecret } from './identifier.js';
import type { NameCase } from './languages/phrasebook.js';
import { linkTo } from './links.js';
import { anySpelling, inCase, secretsOf, wholeName } from './names.js';
import { phoneSecret, phoneSpelling } from './phones.js';
import type { Mention } from './sentence.js';
import { disguised, escaped } from './markup.js';

/** How somebody is named: see `Phrasebook`. */
type Naming = (member: CastMember, cast: Cast, random: Random) => Pick<Mention, 'surface' | 'secrets'>;

const capitalised = (nameCase: NameCase) => nameCase.replace(/^./, (letter) => letter.toUpperCase());
const CASES: readonly NameCase[] = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental'];

const namings: Readonly<Record<string, Naming>> = {
  name: (member, { subject }, random) => {
    const spelling = anySpelling(member, random);
    return { surface: spelling.surface, secrets: secretsOf(spelling, member, subject) };
  },
  full: whole('nominative'),
  lastFirst: (member, { subject }) => {
    const { first, last } = wholeName(member, 'nominative');
    return { surface: `${last}, ${first}`, secrets: secretsOf({ first, last }, member, subject) };
  },
  last: (member, { subject }) => {
    const last = member.last.nominative;
    return { surface: last, secrets: secretsOf({ first: '', last }, member, subject) };
  },
  nickname: ({ nickname }) => ({
    surface: nickname,
    secrets: [{ kind: 'letters', value: folded(nickname) }],
  }),
  lower: (member, { subject }) => {
    const { nominative, common = false } = member.first;
    // A name that is a word too is none in lower case.
    const first = common ? nominative : nominative.toLowerCase();
    return { surface: first, secrets: secretsOf({ first, last: '' }, member, subject) };
  },
  initialled: (member, { subject }) => {
    const { first, last } = wholeName(member, 'nominative');
    return { surface: `${first} K. ${last}`, secrets: secretsOf({ first, last }, member, subject) };
  },
  link: (member, { subject }, random) => linkTo(member, subject, random),
  address: ({ email }) => ({ surface: email, secrets: [emailSecret(email)] }),
  email: ({ email }, _, random) => ({
    surface: random.pick(EMAIL_SPELLINGS)(email),
    secrets: [emailSecret(email)],
  }),
  phone: (member, _, random) => ({ surface: phoneSpelling(member, random), secrets: [phoneSecret(member)] }),
  ...Object.fromEntries(CASES.map((nameCase) => [nameCase, firstName(nameCase)])),
  ...Object.fromEntries(CASES.map((nameCase) => [`full${capitalised(nameCase)}`, whole(nameCase)])),
};

const EMAIL_SPELLINGS: readonly ((email: string) => string)[] = [
  (email) => email,
  (email) => email.toUpperCase(),
  (email) => `<mailto:${email}>`,
  (email) => email.replace('@', ' (at) '),
  (email) => email.replace(/[.](?=[^@]*$)/g, ' [dot] ').replace('@', ' [at] '),
  (email) => email.replace('@', '\u200B@'),
];

function whole(nameCase: NameCase): Naming {
  return (member, { subject }) => {
    const spelling = wholeName(member, nameCase);
    return { surface: spelling.surface, secrets: secretsOf(spelling, member, subject) };
  };
}

function firstName(nameCase: NameCase): Naming {
  return (member, { subject }) => {
    const first = inCase(member.first, nameCase);
    return { surface: first, secrets: secretsOf({ first, last: '' }, member, subject) };
  };
}

/** @throws RangeError for a way of naming that there is not. */
export function mention(member: CastMember, naming: string, cast: Cast, random: Random): Mention {
  const named = namings[naming]?.(member, cast, random);
  if (named === undefined) throw new RangeError(`A phrasebook names somebody by "${naming}".`);
  return { ...named, html: naming === 'phone' ? escaped(named.surface) : disguised(named.surface, random) };
}
