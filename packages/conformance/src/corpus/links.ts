import type { Random } from '../simulator/random.js';
import type { CastMember } from './cast.js';
import { folded } from './fold.js';
import { emailSecret } from './identifier.js';
import { secretsOf, wholeName } from './names.js';
import type { Mention } from './sentence.js';

type Link = (member: CastMember) => string;

/** Addresses of pages and files that hold an e-mail address, encoded as programs do, also over and over. */
const BY_ADDRESS: readonly Link[] = [
  ({ email }) => `https://track.example/c?to=${encodeURIComponent(email)}&n=7`,
  ({ email }) => `https://track.example/r?u=${twice(`https://shop.example/?m=${email}`)}`,
  ({ email }) => `https://track.example/c?to=${encodeURIComponent(email.replace('@', '&#64;'))}`,
  ({ email }) => `https://track.example/c?q=${encodeURIComponent(email.replace('@', '\\u0040'))}`,
  ({ email }) => `mailto:${email.replace('@', '%40')}?subject=bill`,
];

/** The same by the whole name. */
const BY_NAME: readonly Link[] = [
  (member) => `https://files.example/d/${encodeURIComponent(whole(member))}.pdf`,
  (member) => `https://team.example/people/${folded(whole(member)).replace(/[^a-z]+/g, '-')}/`,
  (member) => `https://files.example/${whole(member).replaceAll(' ', '_')}.png?w=40`,
  (member) => `https://team.example/?who=${twice(whole(member))}`,
];

/** A link in which somebody is named. */
export function linkTo(
  member: CastMember,
  subject: CastMember,
  random: Random,
): Pick<Mention, 'surface' | 'secrets'> {
  if (random.pick([true, false]))
    return { surface: random.pick(BY_ADDRESS)(member), secrets: [emailSecret(member.email)] };
  const { first, last } = wholeName(member, 'nominative');
  return { surface: random.pick(BY_NAME)(member), secrets: secretsOf({ first, last }, member, subject) };
}

function whole(member: CastMember): string {
  return wholeName(member, 'nominative').surface;
}

function twice(text: string): string {
  return encodeURIComponent(encodeURIComponent(text));
}
