import type { StoredConversation } from './stored.js';

/** A place in the list: before everything that was updated earlier, or at the same time with a lower id. */
export interface Place {
  readonly updatedAt: number;
  readonly id: number;
}

/** Conversations as Drift lists them: last updated first, then highest id first. */
export class ConversationOrder {
  #ordered: StoredConversation[];
  readonly #byId: Map<number, StoredConversation>;

  constructor(conversations: readonly StoredConversation[]) {
    this.#ordered = conversations.toSorted(compare);
    this.#byId = new Map(conversations.map((conversation) => [conversation.id, conversation]));
  }

  get(id: number): StoredConversation | undefined {
    return this.#byId.get(id);
  }

  /** When anything was last updated; undefined in an empty world. */
  get newest(): number | undefined {
    return this.#ordered[0]?.updatedAt;
  }

  ofContacts(contactIds: ReadonlySet<number>): readonly StoredConversation[] {
    return this.#ordered.filter((conversation) => contactIds.has(conversation.contact.id));
  }

  /** Up to `limit` that pass, from that offset among those that pass; all pass without a filter. */
  fromOffset(offset: number, limit: number, passes?: Filter): readonly StoredConversation[] {
    const listed = passes === undefined ? this.#ordered : this.#ordered.filter(passes);
    return listed.slice(offset, offset + limit);
  }

  /** Up to `limit` that pass and come after the place; from the top without one. */
  after(place: Place | undefined, limit: number, passes?: Filter): readonly StoredConversation[] {
    const found: StoredConversation[] = [];
    for (
      let index = place === undefined ? 0 : this.#indexAfter(place);
      index < this.#ordered.length;
      index += 1
    ) {
      const conversation = this.#ordered[index];
      if (conversation !== undefined && passes?.(conversation) !== false) found.push(conversation);
      if (found.length === limit) break;
    }
    return found;
  }

  /** Moves a conversation to where its new time puts it. */
  touch(conversation: StoredConversation, at: number): void {
    this.#ordered = this.#ordered.filter((other) => other !== conversation);
    conversation.updatedAt = at;
    this.#ordered.splice(this.#indexAfter(conversation), 0, conversation);
  }

  removeOfContacts(contactIds: ReadonlySet<number>): void {
    for (const conversation of this.ofContacts(contactIds)) this.#byId.delete(conversation.id);
    this.#ordered = this.#ordered.filter((conversation) => !contactIds.has(conversation.contact.id));
  }

  /** The first index whose conversation comes after the place: a binary search. */
  #indexAfter(place: Place): number {
    let low = 0;
    let high = this.#ordered.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const conversation = this.#ordered[middle];
      if (conversation !== undefined && compare(conversation, place) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export type Filter = (conversation: StoredConversation) => boolean;

function compare(left: Place, right: Place): number {
  return right.updatedAt - left.updatedAt || right.id - left.id;
}
