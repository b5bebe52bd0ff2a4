import { IsBoolean, IsIn, IsNumber, Matches, Max, Min } from 'class-validator';
import { manifest } from '../manifest/manifest.js';

const defaults = manifest.settings;

const DAY_SECONDS = 86_400;
const LOOPBACK_OR_NONE = /^(http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?)?$/;

/** A region that Intercom hosts workspaces in. */
export type Region = (typeof defaults.region.values)[number];

/** Settings of an Intercom connection. */
export class IntercomSettings {
  @IsIn(defaults.region.values, { message: `region must be one of ${defaults.region.values.join(', ')}.` })
  region: Region = defaults.region.default;

  @IsBoolean()
  includeNotes: boolean = defaults.includeNotes.default;

  @IsBoolean()
  retainMetrics: boolean = defaults.retainMetrics.default;

  @IsNumber()
  @Min(60)
  @Max(100_000)
  vendorRequestsPerMinute: number = defaults.vendorRequestsPerMinute.default;

  @IsNumber()
  @Min(1)
  @Max(DAY_SECONDS)
  verifyEverySeconds: number = defaults.verifyEverySeconds.default;

  @IsNumber()
  @Min(1)
  @Max(365 * DAY_SECONDS)
  verifyForSeconds: number = defaults.verifyForSeconds.default;

  @Matches(LOOPBACK_OR_NONE, {
    message: 'baseUrl must be a loopback address such as http://127.0.0.1:8080, or be left out.',
  })
  baseUrl: string = defaults.baseUrl.default;
}
