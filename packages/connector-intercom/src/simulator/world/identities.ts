/** Ids as Intercom's look: 24 hexadecimal digits for contacts and companies, digits for the rest. All are texts. */
const CONTACTS = 0x67_00_00_00;

export const ADMIN_ID = '5017690';
export const BOT_ID = '5017691';

/** The one teammate, and the bot, as Intercom names authors. */
export const ADMIN = { id: ADMIN_ID, name: 'Mara Weiss', email: 'mara@vendor.example' };
export const BOT = { id: BOT_ID, name: 'Fin', email: null };

export const WORKSPACE_ID = 'ecahpwf5';

export function contactId(ordinal: number): string {
  return `${(CONTACTS + ordinal * 97).toString(16)}1bb69f9f2193bb83`;
}

export function companyId(ordinal: number): string {
  return `${(CONTACTS + ordinal * 89).toString(16)}e472cce572a6ec00`;
}

export function conversationId(ordinal: number): string {
  return String(215_460_000_000_000 + ordinal);
}

export function partId(ordinal: number, index: number): string {
  return String(30_000_000_000 + ordinal * 10_000 + index);
}

export function ticketId(ordinal: number): string {
  return String(215_470_000_000_000 + ordinal);
}

export function ticketPartId(ordinal: number, index: number): string {
  return String(40_000_000_000 + ordinal * 10_000 + index);
}
