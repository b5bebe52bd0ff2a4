import type { PackageRecord } from '../package-source.js';
import type { Markup } from './markup.js';

/** Markup around what is streamed between: `open` is printed before the children, `close` after the last. */
export interface Enclosure {
  readonly open: Markup;
  readonly close: Markup;
  /** Printed in place of `open` where a page ended within. */
  readonly reopen: Markup;
}

/** What a connection's pages are made of, in order; a page can end before anything that opens. */
export type Piece =
  | { readonly kind: 'open'; readonly enclosure: Enclosure; readonly record?: PackageRecord }
  | { readonly kind: 'close' }
  | { readonly kind: 'content'; readonly markup: Markup };
