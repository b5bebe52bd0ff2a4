import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Log } from '../logging/log.js';

const timeoutMillis = 5_000;

/** Sends spans to `/v1/traces` below the endpoint; a collector that does not take them is told to the log. */
export function collectorExporter(endpoint: string, log: Log): SpanExporter {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis });
  return {
    export: (spans, done) => {
      exporter.export(spans, (result) => {
        if (result.error !== undefined)
          log.warn('tracing.failed', { error: result.error, count: spans.length });
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush(),
  };
}
