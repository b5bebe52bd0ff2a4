import type { StoredContact } from './stored.js';

/** A contact as Drift answers it. */
export interface Contact {
  readonly id: number;
  readonly createdAt: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export function contactOf(stored: StoredContact): Contact {
  const { person, email, createdAt, ordinal } = stored;
  return {
    id: stored.id,
    createdAt,
    attributes: {
      ...(email === undefined ? {} : { email }),
      name: person.name,
      phone: person.phone,
      externalId: externalIdOf(ordinal),
      tags: [],
      events: {},
      socialProfiles: { twitter: `https://social.example/${person.canary}` },
      ip: `192.0.2.${1 + (ordinal % 250)},198.51.100.4`,
      original_ip: `192.0.2.${1 + (ordinal % 250)}`,
      last_context_location: JSON.stringify({ city: 'Lyon', country: 'FR' }),
      recent_entrance_page_url: 'https://www.shop.example/pricing?a=1&b=<2>',
      start_date: createdAt,
      last_active: createdAt + 600_000,
      _END_USER_VERSION: 12,
      _end_user_version: 12,
      _calculated_version: 12,
      loyalty_note: `Prefers <b>letters</b> & tea (${person.canary})`,
    },
  };
}

/** A number, a string or null: the documentation shows all three. */
function externalIdOf(ordinal: number): number | string | null {
  return [ordinal, `customer-${ordinal}`, null][ordinal % 3] ?? null;
}
