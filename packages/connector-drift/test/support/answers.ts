/** A contact as Drift answers it. */
export function contact(id: number, email: string | null, more: Record<string, unknown> = {}) {
  return { id, createdAt: 1_700_000_000_000, attributes: { email, name: 'Ada S.', ...more } };
}

/** A chat message of conversation 7 by contact 1, changed as given. */
export function message(id: number, more: Record<string, unknown> = {}) {
  const author = { type: 'contact', id: 1, bot: false };
  return {
    id,
    conversationId: 7,
    author,
    type: 'chat',
    body: `<p>no. ${id}</p>`,
    createdAt: 1_700_000_000_000 + id,
    ...more,
  };
}
