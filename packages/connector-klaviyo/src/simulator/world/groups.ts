const NAMES = ['Newsletter', 'Early birds', 'Winter', 'Wholesale', 'Back in stock', 'Birthday'];

/** A list or segment of the account as Klaviyo answers it. A profile is on the first ones. */
export function groupResource(type: 'list' | 'segment', index: number): unknown {
  const id = groupId(type, index);
  const created = '2024-03-01T09:00:00+00:00';
  const name = `${NAMES[index % NAMES.length] ?? ''} ${index + 1}`;
  const special = type === 'list' ? { opt_in_process: 'double_opt_in' } : { is_active: true };
  return {
    type,
    id,
    attributes: { name, created, updated: created, ...special },
    links: { self: `/api/${type}s/${id}` },
  };
}

export function groupId(type: 'list' | 'segment', index: number): string {
  return `${type === 'list' ? 'L' : 'S'}${String(index).padStart(5, '0')}`;
}
