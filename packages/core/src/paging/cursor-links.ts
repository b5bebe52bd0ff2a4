import { jsonCodec, type Codec } from '../contract/codec.js';
import { VendorContractError } from '../errors/index.js';
import { queryOfNextLink, type Listing } from './links.js';
import { follow, trailSchema, type Trail } from './trail.js';

/** How to page through listings whose links to the next page differ in one query parameter only. @public */
export interface CursorLinks<Parameter extends string> {
  /** Of the place in a listing; its last place is the vendor's cursor of the page to read. */
  readonly codec: Codec<Trail>;
  /** The query parameter that asks for that page; none for the first one. */
  query(trail: Trail | null): { readonly [Name in Parameter]?: string };
  /**
   * The trail to the page that a link leads to, or null at the end. Nothing but the cursor is taken from the link.
   * @throws VendorContractError when the link leads to another host or path, in circles or nowhere.
   */
  next(link: string | null | undefined, listing: Listing, trail: Trail | null): Trail | null;
}

/** Paging by the query parameter of this name, as JSON:API has it in `links.next`. @public */
export function cursorLinks<const Parameter extends string>(parameter: Parameter): CursorLinks<Parameter> {
  return {
    codec: jsonCodec('place in a listing', trailSchema),
    query: (trail) =>
      trail === null ? {} : ({ [parameter]: trail.place } as { [Name in Parameter]: string }),
    next(link, listing, trail) {
      const query = queryOfNextLink(link, listing);
      if (query === null) return null;
      const { [parameter as string]: place } = query;
      if (place !== undefined) return follow(trail, place, listing.operation);
      throw new VendorContractError('A listing goes on, but the vendor does not say where.', {
        operation: listing.operation,
      });
    },
  };
}
