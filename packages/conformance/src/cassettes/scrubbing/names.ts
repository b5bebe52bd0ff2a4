/** Whether a member of that name holds ids or numbers by which somebody is known. */
export function namesAnId(name: string): boolean {
  return /(?:^|[_.-])(?:ids?|.*number|.*phone|.*mobile|.*fax)$/i.test(name) || /[a-z\d]I[dD]s?$/.test(name);
}

/** Whether a member of that name holds a time. */
export function namesATime(name: string): boolean {
  const words = 'at|on|time|date|timestamp|created|updated|since|until';
  const capitals = 'At|On|Time|Date|Timestamp|Created|Updated|Since|Until';
  return (
    new RegExp(`(?:^|[_.-])(?:${words})$`, 'i').test(name) ||
    new RegExp(`[a-z\\d](?:${capitals})$`).test(name)
  );
}
