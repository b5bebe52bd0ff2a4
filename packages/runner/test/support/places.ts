import { Installation } from './installation.js';
import { ServiceInstallation, type ServiceOptions } from './service-installation.js';

/** Where commands may work. What they print, and what they end with, is the same. */
export const places: readonly (readonly [string, (options?: ServiceOptions) => Installation])[] = [
  ['on the host', ({ environment = {} } = {}) => new Installation(environment)],
  ['through the service', (options) => new ServiceInstallation(options)],
];
