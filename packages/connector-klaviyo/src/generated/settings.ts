// Generated from openapi/klaviyo.yaml by tools/scripts/generate-openapi.mjs. Do not edit.

import { IsBoolean, IsNumber, IsString, Matches, Max, Min } from 'class-validator';
import { vendor } from './vendor.js';

/** Settings of a connection, validated; its initialisers are the defaults. */
export class Settings {
  @IsString()
  @Matches(/^https?:\/\/[^/?#@]+$/, { message: "$property must be a URL that ends after the host" })
  baseUrl: string = vendor.settings.baseUrl.default;

  @IsBoolean()
  suppressAfterDeletion: boolean = vendor.settings.suppressAfterDeletion.default;

  @IsNumber()
  @Min(1)
  @Max(86400)
  verifyEverySeconds: number = vendor.settings.verifyEverySeconds.default;

  @IsNumber()
  @Min(1)
  @Max(31536000)
  verifyForSeconds: number = vendor.settings.verifyForSeconds.default;
}
