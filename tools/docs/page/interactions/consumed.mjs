import { codes } from '../../markdown/code.mjs';

/** The identifiers that things are found by. */
export function consumed({ identifiers }) {
  return codes(identifiers.consumes, 'no identifier');
}
