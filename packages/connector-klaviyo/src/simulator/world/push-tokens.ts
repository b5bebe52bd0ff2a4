import type { StoredProfile } from './stored-profile.js';

/** A push token as Klaviyo answers it. */
export function pushTokenResource({ ordinal, person, createdAt }: StoredProfile, index: number): unknown {
  const created = new Date(createdAt).toISOString();
  const id = pushTokenId(ordinal, index);
  return {
    type: 'push-token',
    id,
    attributes: {
      created,
      token: `token-${person?.canary ?? 'nobody'}-${index}`,
      enablement_status: 'AUTHORIZED',
      platform: index % 2 === 0 ? 'ios' : 'android',
      vendor: index % 2 === 0 ? 'APNs' : 'FCM',
      background: 'AVAILABLE',
      recorded_date: created,
      metadata: { device_model: 'Simulated 1', os_name: 'ios' },
    },
    links: { self: `/api/push-tokens/${id}` },
  };
}

export function pushTokenId(ordinal: number, index: number): string {
  return `PT${ordinal}-${index}`;
}
