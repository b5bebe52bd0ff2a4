export { cursorLinks, type CursorLinks } from './cursor-links.js';
export { linkTarget, queryOfNextLink, type Listing, type PageQuery } from './links.js';
export { skippedPage } from './skipped-page.js';
export { follow, trailSchema, type Trail } from './trail.js';
