import type { StoredProfile } from './stored-profile.js';

/** A profile as Klaviyo answers it; consent and predictions only when they are asked for. */
export function profileResource(profile: StoredProfile, additional: readonly string[]): unknown {
  const { id, person, createdAt } = profile;
  const created = new Date(createdAt).toISOString();
  const self = `/api/profiles/${id}`;
  return {
    type: 'profile',
    id,
    attributes: {
      email: profile.email,
      phone_number: profile.phone,
      external_id: profile.externalId,
      first_name: person?.firstName ?? null,
      last_name: person?.name ?? null,
      organization: null,
      locale: 'en-US',
      title: null,
      image: null,
      created,
      updated: created,
      last_event_date: profile.events === 0 ? null : created,
      location: person === undefined ? {} : { address1: `1 ${person.canary} Street`, ip: '192.0.2.7' },
      properties: person === undefined ? {} : { favourite: person.canary },
      ...(additional.includes('subscriptions') ? { subscriptions: subscriptionsOf(profile) } : {}),
      ...(additional.includes('predictive_analytics') ? { predictive_analytics: { total_clv: 42.5 } } : {}),
    },
    relationships: { lists: { links: { self: `${self}/relationships/lists`, related: `${self}/lists` } } },
    links: { self },
  };
}

function subscriptionsOf({ suppressed, createdAt }: StoredProfile): unknown {
  const suppression = { reason: 'USER_SUPPRESSED', timestamp: new Date(createdAt).toISOString() };
  const marketing = {
    can_receive_email_marketing: !suppressed,
    consent: 'SUBSCRIBED',
    suppression: suppressed ? [suppression] : [],
  };
  return { email: { marketing } };
}
