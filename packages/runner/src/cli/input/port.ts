import { InputError } from '../../errors/runner-error.js';

/** A TCP port; 0 lets the system pick a free one. */
export function parsePort(option: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new InputError(`${option} needs a port number from 0 to 65535 (0: any free port).`);
}
