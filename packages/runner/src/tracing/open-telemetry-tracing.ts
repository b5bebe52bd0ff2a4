import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { errorFacts } from '../errors/error-facts.js';
import type { Log } from '../logging/log.js';
import { collectorExporter } from './collector-exporter.js';
import type { SpanDescription } from './span-description.js';
import type { Tracing } from './tracing.js';

/** A stopping process waits this long for the collector. */
const farewellMilliseconds = 2_000;

/**
 * Spans by OpenTelemetry. It registers nothing globally, so that no library adds spans of its own, and detects no host and no
 * process, whose command line might carry personal data.
 */
export class OpenTelemetryTracing implements Tracing {
  readonly #provider: TracerProvider;
  readonly #tracer: Tracer;
  readonly #contexts = new AsyncLocalStorage<Context>();

  constructor(endpoint: string, log: Log) {
    const named = resourceFromAttributes({ 'service.name': 'privacy-connectors' });
    this.#provider = new TracerProvider({
      resource: named.merge(detectResources({ detectors: [envDetector] })),
      spanProcessors: [new BatchSpanProcessor({ exporter: collectorExporter(endpoint, log) })],
    });
    this.#tracer = this.#provider.getTracer('privacy-connectors');
  }

  async within<T>(description: SpanDescription, work: () => Promise<T>): Promise<T> {
    const parent = this.#contexts.getStore() ?? ROOT_CONTEXT;
    const span = this.#start(description, parent);
    try {
      return await this.#contexts.run(trace.setSpan(parent, span), work);
    } catch (error) {
      const { name, code } = errorFacts(error);
      fail(span, code ?? name);
      throw error;
    } finally {
      span.end();
    }
  }

  ended(description: SpanDescription, milliseconds: number): void {
    const now = Date.now();
    const parent = this.#contexts.getStore() ?? ROOT_CONTEXT;
    this.#start(description, parent, now - milliseconds).end(now);
  }

  async close(): Promise<void> {
    const patience = new AbortController();
    const gaveUp = sleep(farewellMilliseconds, undefined, { signal: patience.signal });
    await Promise.race([this.#provider.shutdown(), gaveUp]).catch(() => undefined);
    patience.abort();
  }

  #start(description: SpanDescription, parent: Context, startTime?: number): Span {
    const { name, kind, attributes = {} } = description;
    const options = {
      kind: kindOf(kind),
      attributes: { ...attributes },
      ...(startTime === undefined ? {} : { startTime }),
    };
    const span = this.#tracer.startSpan(name, options, parent);
    if (attributes['error.type'] !== undefined) fail(span, attributes['error.type']);
    return span;
  }
}

function kindOf(kind: SpanDescription['kind']): SpanKind {
  if (kind === undefined) return SpanKind.INTERNAL;
  return kind === 'client' ? SpanKind.CLIENT : SpanKind.SERVER;
}

function fail(span: Span, type: string): void {
  span.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR });
}
