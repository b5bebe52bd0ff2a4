import { code } from '../../markdown/code.mjs';
import { table } from '../../markdown/table.mjs';
import { limitWords, shareWords } from './limit-words.mjs';

const counting = { connection: 'for the connection', operation: 'for each endpoint by itself' };

/** The limit classes: what the vendor allows, what is counted together, and what of it is used. */
export function limitClasses({ rateLimits }, share) {
  const rows = Object.entries(rateLimits).map(([name, { limits, per }]) => [
    code(name),
    limits.map(limitWords).join('; and '),
    counting[per],
    limits.map((limit) => shareWords(limit, share)).join('; and '),
  ]);
  return table(
    ['Class', "The vendor's limit", 'Counted', 'Used by default'],
    rows,
    'The manifest names none.',
  );
}
