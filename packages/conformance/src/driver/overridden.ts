import type { VendorSettings } from '../vendor.js';
import type { Site } from './site.js';

/** The same site with other settings of the connection; those that are not named stay. */
export function withSettings(site: Site, settings: VendorSettings): Site {
  return { ...site, vendor: { ...site.vendor, settings: { ...site.vendor.settings, ...settings } } };
}

/** The same site with another token or key. */
export function withCredential(site: Site, accessToken: string): Site {
  return { ...site, vendor: { ...site.vendor, accessToken } };
}
