import type { SpanDescription } from './span-description.js';

/** Tells a collector what took how long. Spans carry names of ours, templates, ids of ours and numbers. */
export interface Tracing {
  /** Does work within a span: spans that begin in it become its children. What the work throws fails the span. */
  within<T>(span: SpanDescription, work: () => Promise<T>): Promise<T>;
  /** Tells a span that ends now and took so long. */
  ended(span: SpanDescription, milliseconds: number): void;
  /** Sends what was told so far, for a bounded time. */
  close(): Promise<void>;
}

/** Tells nobody. */
export const noTracing: Tracing = {
  within: (_, work) => work(),
  ended: () => undefined,
  close: () => Promise.resolve(),
};
