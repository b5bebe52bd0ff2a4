import { code } from '../../markdown/code.mjs';
import { table } from '../../markdown/table.mjs';
import { text } from '../../markdown/text.mjs';

/** What a connection may set, with `--set name=value`. */
export function settings({ manifest }) {
  const rows = Object.entries(manifest.settings).map(
    ([name, { type, values, default: value, description }]) => [
      code(name),
      values === undefined ? type : `${type}: ${values.map(shown).join(' or ')}`,
      shown(value),
      text(description),
    ],
  );
  return table(['Setting', 'Type', 'Default', 'Meaning'], rows, 'There are none.');
}

function shown(value) {
  return value === '' ? 'empty' : code(value);
}
