import { IsOptional } from 'class-validator';
import { isPlainUrl } from './address-rules.js';
import { Satisfies } from './satisfies.js';

/** Where spans go. Without an endpoint there are none. */
export class TracingSection {
  /** The base URL of an OTLP collector over HTTP; spans go to `/v1/traces` below it. */
  @IsOptional()
  @Satisfies(isPlainUrl, 'endpoint must be an http or https address without credentials and query')
  readonly endpoint?: string;
}
