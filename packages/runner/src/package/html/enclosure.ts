import type { Markup } from './markup.js';

/** Markup around what is streamed between: `open` is printed before the children, `close` after the last. */
export interface Enclosure {
  readonly open: Markup;
  readonly close: Markup;
}
