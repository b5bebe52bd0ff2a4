import { code } from '../../markdown/code.mjs';
import { rejection } from './rejection.mjs';

/** How connections authenticate with a key. */
export function apiKeyFacts({ auth }) {
  return [
    ['Scheme', 'An API key, made by hand in the settings of the vendor'],
    ['Sent with every call', code(`${auth.header}: ${auth.prefix}<key>`)],
    ['Life', 'The key lives until it is removed at the vendor; nothing is refreshed.'],
    ['Test of the connection', test],
    ['Dead key', `${rejection(auth)} A person then has to give the connection another one.`],
  ];
}

const test = 'Adding a connection ends with the calls that test it. `dsr connection test` makes them again.';
