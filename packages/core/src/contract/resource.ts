/**
 * What deletion means for a kind of data. `immediate`: gone when the call returns; `deferred`: accepted now, gone later;
 * `with_parent`: goes when its parent goes; `none`: the vendor offers no way. @public
 */
export type ErasureMode = 'none' | 'immediate' | 'deferred' | 'with_parent';

/**
 * How the runner reaches things of a kind. `locate`: found from the identifier; `scan`: the vendor can only list all of
 * them, for everyone; `parent`: named by the records of their parent. @public
 */
export type LookupKind = 'locate' | 'scan' | 'parent';

/** A kind of data at a vendor. @public */
export interface ResourceSpecification {
  readonly title: string;
  readonly description: string;
  /** fideslang data categories, e.g. `user.contact.email`. */
  readonly dataCategories: readonly string[];
  readonly lookup: LookupKind;
  /** The resource whose things own or name the things of this one. */
  readonly parent?: string;
  /**
   * For `scan`: `updated_descending` promises that the listing is newest-updated first, which allows to stop early.
   * The runner checks the promise on every page and scans to the end once it is broken.
   */
  readonly scanOrder?: 'updated_descending' | 'none';
  /** True when a thing also has a binary that the `open` step streams. */
  readonly binary: boolean;
  readonly erasure: ErasureMode;
  /** What the vendor keeps after an erasure; empty when nothing is known to stay. */
  readonly vendorKeeps: string;
}
