import type { StoredProfile } from './stored-profile.js';

const METRICS = ['Placed Order', 'Opened Email', 'Active on Site', 'Viewed Product'];

/** An event as Klaviyo answers it, the newest first. Computed, so that a profile can have any number of them. */
export function eventResource(
  { id: profile, ordinal, person, createdAt, events }: StoredProfile,
  index: number,
) {
  const id = eventId(ordinal, index);
  const at = createdAt + (events - index) * 60_000;
  const metric = { type: 'metric', id: metricId(index % METRICS.length) };
  return {
    type: 'event',
    id,
    attributes: {
      timestamp: Math.floor(at / 1000),
      event_properties: { $event_id: `order-${index}`, note: `${person?.canary ?? 'nobody'} event ${index}` },
      datetime: new Date(at).toISOString(),
      uuid: `uuid-${id}`,
    },
    relationships: { profile: { data: { type: 'profile', id: profile } }, metric: { data: metric } },
    links: { self: `/api/events/${id}` },
  };
}

/** What events are called, as `include=metric` adds it. */
export function metricResources(): readonly unknown[] {
  return METRICS.map((name, index) => ({ type: 'metric', id: metricId(index), attributes: { name } }));
}

export function eventId(ordinal: number, index: number): string {
  return `EV${ordinal}-${index}`;
}

function metricId(index: number): string {
  return `M0000${index}`;
}
