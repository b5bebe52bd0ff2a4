import { IsInt, IsNumber, Max, Min } from 'class-validator';
import { manifest } from '../manifest/manifest.js';
import { IsVendorUrl } from './vendor-url.js';

const defaults = manifest.settings;

const DAY_SECONDS = 86_400;

/** Settings of a Drift connection. URLs: https at Drift's own hosts, or a loopback address; a trailing slash is ignored. */
export class DriftSettings {
  @IsVendorUrl(manifest.hosts)
  baseUrl: string = defaults.baseUrl.default;

  @IsVendorUrl([new URL(manifest.auth.authorizationUrl).host])
  authorizationUrl: string = defaults.authorizationUrl.default;

  @IsNumber()
  @Min(0.1)
  @Max(10_000)
  vendorRequestsPerSecond: number = defaults.vendorRequestsPerSecond.default;

  @IsInt()
  @Min(1)
  @Max(10_000)
  vendorBurst: number = defaults.vendorBurst.default;

  @IsNumber()
  @Min(1)
  @Max(DAY_SECONDS)
  verifyEverySeconds: number = defaults.verifyEverySeconds.default;

  @IsNumber()
  @Min(1)
  @Max(365 * DAY_SECONDS)
  verifyForSeconds: number = defaults.verifyForSeconds.default;
}
