import type { KlaviyoBehaviour, SubjectOptions } from '../options.js';
import { DelayedJobs, type DelayedJob } from './delayed-jobs.js';
import { eventId } from './events.js';
import { groupId } from './groups.js';
import { profileId } from './identities.js';
import { populate } from './population.js';
import { pushTokenId } from './push-tokens.js';
import { NOTHING, type StoredProfile } from './stored-profile.js';
import { Suppressions } from './suppressions.js';

/** What a deletion was asked for by: `id`, `email` or `phone_number`. */
interface DeletionTask {
  readonly field: string;
  readonly value: string;
}

/** Ids of everything that a complete access request returns, no more and no less. */
export interface ExpectedRecords {
  readonly profiles: readonly string[];
  readonly lists: readonly string[];
  readonly segments: readonly string[];
  readonly pushTokens: readonly string[];
  readonly events: readonly string[];
}

/** The state of the simulated vendor, and the truth that tests compare with. */
export class KlaviyoWorld {
  readonly suppressions: Suppressions;
  readonly #behaviour: KlaviyoBehaviour;
  readonly #deletions: DelayedJobs<DeletionTask>;
  #profiles: readonly StoredProfile[];
  #made: number;

  constructor(behaviour: KlaviyoBehaviour) {
    this.#behaviour = behaviour;
    this.#profiles = populate(behaviour);
    this.#made = this.#profiles.length;
    this.#deletions = new DelayedJobs(behaviour.deletion, behaviour.now, (task) => {
      this.#profiles = this.#profiles.filter((profile) => !this.#matches(profile, task.field, [task.value]));
    });
    this.suppressions = new Suppressions(behaviour, (email) => this.#suppress(email));
  }

  /** The subjects, as the options have them. */
  get subjects(): readonly SubjectOptions[] {
    return this.#behaviour.subjects;
  }

  /** Deletions that were asked for, in order. */
  get deletions(): readonly (DelayedJob & { readonly task: DeletionTask })[] {
    return this.#deletions.all;
  }

  /** Every profile with one of the subject's identifiers, whatever the letter case of the e-mail. */
  profilesOf({ email, phone, externalId }: SubjectOptions): readonly StoredProfile[] {
    return this.#profiles.filter(
      (profile) =>
        profile.email?.toLowerCase() === email.toLowerCase() ||
        (phone !== undefined && profile.phone === phone) ||
        (externalId !== undefined && profile.externalId === externalId),
    );
  }

  /** Everything that is held about the subject right now. What hangs on a profile is named within it: `profile/id`. */
  expectedRecords(subject: SubjectOptions): ExpectedRecords {
    const profiles = this.profilesOf(subject);
    const each = (
      count: (profile: StoredProfile) => number,
      id: (profile: StoredProfile, index: number) => string,
    ) =>
      profiles.flatMap((profile) => Array.from({ length: count(profile) }, (_, index) => id(profile, index)));
    return {
      profiles: profiles.map(({ id }) => id),
      lists: each(
        ({ lists }) => lists,
        ({ id }, index) => `${id}/${groupId('list', index)}`,
      ),
      segments: each(
        ({ segments }) => segments,
        ({ id }, index) => `${id}/${groupId('segment', index)}`,
      ),
      pushTokens: each(
        ({ pushTokens }) => pushTokens,
        ({ id, ordinal }, index) => `${id}/${pushTokenId(ordinal, index)}`,
      ),
      events: each(
        ({ events }) => events,
        ({ id, ordinal }, index) => `${id}/${eventId(ordinal, index)}`,
      ),
    };
  }

  /** Texts that stand in this subject's data only; empty once erased. */
  canariesOf(subject: SubjectOptions): readonly string[] {
    return [...new Set(this.profilesOf(subject).flatMap(({ person }) => person?.canary ?? []))];
  }

  /** Somebody uses the e-mail after its profile was deleted: a new profile. */
  addTraffic(email: string): StoredProfile {
    this.settle();
    return this.#add(email, false);
  }

  requestDeletion(field: string, value: string): void {
    this.#deletions.accept({ field, value });
  }

  /** Lets due jobs take effect. */
  settle(): void {
    this.#deletions.settle();
    this.suppressions.settle();
  }

  /** Profiles one of whose values that field has. Counts as a look-up of deletions that reach them. */
  find(field: string, values: readonly string[]): readonly StoredProfile[] {
    const found = () => this.#profiles.filter((profile) => this.#matches(profile, field, values));
    const before = found();
    this.#deletions.beforeLookup((task) =>
      before.some((profile) => this.#matches(profile, task.field, [task.value])),
    );
    return found();
  }

  /** The profile of that id. Counts as a look-up. */
  lookUp(id: string): StoredProfile | undefined {
    return this.find('id', [id])[0];
  }

  #matches(profile: StoredProfile, field: string, values: readonly string[]): boolean {
    if (field === 'email') return values.some((value) => this.#sameEmail(profile.email, value));
    const { id, phone, externalId } = profile;
    const borne = { id, phone_number: phone, external_id: externalId }[field];
    return typeof borne === 'string' && values.includes(borne);
  }

  #sameEmail(email: string | null, other: string): boolean {
    if (this.#behaviour.emailMatch === 'sensitive') return email === other;
    return email?.toLowerCase() === other.toLowerCase();
  }

  /** Klaviyo makes a profile for an e-mail that has none. What is no e-mail is skipped. */
  #suppress(email: string): boolean {
    if (!email.includes('@')) return false;
    const found = this.#profiles.filter((profile) => this.#sameEmail(profile.email, email));
    for (const profile of found) profile.suppressed = true;
    if (found.length === 0) this.#add(email, true);
    return true;
  }

  #add(email: string, suppressed: boolean): StoredProfile {
    const profile: StoredProfile = {
      ...NOTHING,
      id: profileId(this.#made),
      ordinal: this.#made,
      person: undefined,
      email,
      phone: null,
      externalId: null,
      createdAt: this.#behaviour.now(),
      suppressed,
    };
    this.#made += 1;
    this.#profiles = [...this.#profiles, profile];
    return profile;
  }
}
