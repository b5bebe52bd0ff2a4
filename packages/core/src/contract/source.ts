/**
 * Where a vendor fact comes from. `confidence` follows the fact sheets: documented by the vendor, seen in a published
 * client, or inferred from those two. @public
 */
export interface Source {
  readonly title: string;
  readonly url?: string;
  readonly confidence: 'documented' | 'client' | 'inferred';
}
