import type { Environment } from './resolve-home.js';

interface Override {
  readonly variable: string;
  /** The field of `config.json`, e.g. `service.port`. */
  readonly field: string;
  readonly read: (text: string) => unknown;
}

/** Environment variables that stand in for a field of `config.json`. An empty variable counts as unset. */
export const overrides: readonly Override[] = [
  { variable: 'DSR_CONNECTORS', field: 'connectors', read: list },
  { variable: 'DSR_HOST', field: 'service.host', read: text },
  { variable: 'DSR_PORT', field: 'service.port', read: number },
  { variable: 'DSR_PUBLIC_URL', field: 'service.publicUrl', read: text },
  { variable: 'DSR_TRUST_PROXY', field: 'service.trustProxy', read: list },
  { variable: 'DSR_ALLOWED_HOSTS', field: 'allowedHosts', read: list },
  { variable: 'DSR_REGULATION', field: 'regulation', read: text },
  { variable: 'DSR_APPROVAL', field: 'approval', read: text },
  { variable: 'DSR_RETENTION_DAYS', field: 'retention.days', read: number },
  { variable: 'DSR_RETENTION_RECORD_MONTHS', field: 'retention.recordMonths', read: number },
  { variable: 'DSR_RETENTION_KEY_FOLDER', field: 'retention.keyFolder', read: text },
  { variable: 'DSR_LOG_LEVEL', field: 'log.level', read: text },
  { variable: 'OTEL_EXPORTER_OTLP_ENDPOINT', field: 'tracing.endpoint', read: text },
];

/** The content of `config.json` with what the environment says instead. */
export function applyEnvironment(content: object, environment: Environment): object {
  return overrides.reduce((result, { variable, field, read }) => {
    const value = environment[variable];
    return value ? withField(result, field.split('.'), read(value)) : result;
  }, content);
}

/** Where the value of a field came from: its variable, or the file. */
export function sourceOf(field: string, environment: Environment): string {
  const override = overrides.find((candidate) => isOrHolds(candidate.field, field));
  return override && environment[override.variable] ? override.variable : 'config.json';
}

function isOrHolds(field: string, inner: string): boolean {
  return inner === field || inner.startsWith(`${field}.`);
}

function withField(content: object, [name = '', ...rest]: readonly string[], value: unknown): object {
  if (rest.length === 0) return { ...content, [name]: value };
  const section: unknown = Object.entries(content).find(([key]) => key === name)?.[1] ?? {};
  // What is no section stays as it is, to be refused.
  return isSection(section) ? { ...content, [name]: withField(section, rest, value) } : content;
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: string): string {
  return value;
}

/** What is no number stays text, to be refused. */
function number(value: string): unknown {
  return /^\d+$/.test(value) ? Number(value) : value;
}

function list(value: string): readonly string[] {
  return value.split(',').map((item) => item.trim());
}
