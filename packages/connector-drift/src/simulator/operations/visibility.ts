import type { StoredContact } from '../world/stored.js';

/** `all_contact_read` shows every contact, `contact_read` alone those that were identified in a chat. */
export function isVisible(contact: StoredContact, scopes: readonly string[]): boolean {
  return contact.identifiedInChat || scopes.includes('all_contact_read');
}
