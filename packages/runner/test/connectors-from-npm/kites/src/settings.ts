import type { ConnectionProfile } from '@privacy-connectors/core';
import { ConfigError } from '@privacy-connectors/core/errors';
import { IsString } from 'class-validator';
import { manifest } from './manifest.js';

/** Settings of a connection to a kite shop. */
export class KiteSettings {
  @IsString()
  readonly baseUrl: string = manifest.baseUrl;
}

/** @throws ConfigError when the address ends with a slash. */
export function profileOf({ baseUrl }: KiteSettings): ConnectionProfile {
  if (baseUrl.endsWith('/')) throw new ConfigError('baseUrl must not end with a slash.');
  return {
    baseUrl,
    rateLimits: manifest.rateLimits,
    verification: { everySeconds: 1, forSeconds: 1 },
  };
}
