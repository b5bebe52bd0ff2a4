import { createRandom, personAt, type Person } from '@privacy-connectors/conformance/simulator';
import type { KlaviyoBehaviour, SubjectOptions } from '../options.js';
import { profileId } from './identities.js';
import { NOTHING, type StoredProfile } from './stored-profile.js';

type Made = Omit<StoredProfile, 'id' | 'ordinal' | 'createdAt'>;

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2022, 0, 1);
const DAYS = 1096;

/** Everyone in a world, computed from the seed. Subjects come after the strangers, so that ids tell nothing. */
export function populate(behaviour: KlaviyoBehaviour): readonly StoredProfile[] {
  const random = createRandom(behaviour.seed, 'population');
  const made = [
    ...strangersOf(behaviour),
    ...behaviour.subjects.flatMap((subject, index) => {
      const person = personAt(behaviour.seed, behaviour.strangers + index);
      return profilesOf(subject, person);
    }),
  ];
  return made.map((profile, ordinal) => ({
    ...profile,
    id: profileId(ordinal),
    ordinal,
    createdAt: FIRST_DAY + random.integer(0, DAYS) * DAY,
  }));
}

/** Each bears some of the subject's identifiers. */
function profilesOf(subject: SubjectOptions, person: Person): readonly Made[] {
  const { email, phone = null, externalId = null, profiles = 1 } = subject;
  const { lists = 2, segments = 2, pushTokens = 1, events = 5 } = subject;
  const held = { ...NOTHING, person, lists, segments, pushTokens, events };
  const all = [
    { ...held, email, phone, externalId },
    { ...held, email: email.toLowerCase(), phone: null, externalId: null },
    { ...held, email: null, phone, externalId: null },
    { ...held, email: null, phone: null, externalId },
  ];
  return all.slice(0, profiles);
}

function strangersOf({ seed, strangers, subjects }: KlaviyoBehaviour): readonly Made[] {
  const near = subjects.flatMap(almost);
  return Array.from({ length: strangers }, (_, index) => {
    const person = personAt(seed, index);
    const held = { ...NOTHING, person, lists: 1, segments: 1, pushTokens: index % 2, events: index % 4 };
    const identifiers = { email: person.email, phone: person.phone, externalId: `stranger-${index}` };
    return { ...held, ...identifiers, ...near[index] };
  });
}

/** Identifiers of other people that a careless comparison takes for the subject's. */
function almost({ email, phone, externalId }: SubjectOptions): readonly Partial<Made>[] {
  const [local = '', domain = ''] = email.split('@');
  return [
    { email: `${local}+news@${domain}` },
    { email: `x${local}@${domain}` },
    { email: `${local}@${domain}.example` },
    ...(phone === undefined ? [] : [{ phone: `${phone}0` }, { phone: phone.slice(0, -1) }]),
    ...(externalId === undefined ? [] : [{ externalId: `${externalId}0` }, { externalId: `x${externalId}` }]),
  ];
}
