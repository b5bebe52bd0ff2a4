import type { Log } from '../logging/log.js';
import { noTracing, type Tracing } from './tracing.js';

/** Tracing to the collector at `endpoint`; without one nothing of OpenTelemetry is even loaded. */
export async function startTracing(endpoint: string | undefined, log: Log): Promise<Tracing> {
  if (endpoint === undefined) return noTracing;
  const { OpenTelemetryTracing } = await import('./open-telemetry-tracing.js');
  return new OpenTelemetryTracing(endpoint, log);
}
