/** A part of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** The cursor of the page after this one; null at the end. */
  readonly next: string | null;
}
