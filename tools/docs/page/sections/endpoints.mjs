import { blocks } from '../../markdown/blocks.mjs';
import { code, codes } from '../../markdown/code.mjs';
import { table } from '../../markdown/table.mjs';
import { text } from '../../markdown/text.mjs';

const uses = {
  connection: 'testing the connection',
  disconnection: 'ending the connection',
  access: 'access',
  deletion: 'deletion',
};

/** Every call that the connector makes besides those of the authentication. */
export function endpoints({ manifest }) {
  const rows = Object.values(manifest.operations).map(row);
  return blocks(
    table(['Call', 'Purpose', 'Used for', 'Scopes', 'Idempotent'], rows, 'The connector makes no calls.'),
    'One of the scopes of a call is enough for it. An idempotent call is repeated when its answer was lost; another one only after a look at the vendor.',
  );
}

function row({ method, path, purpose, usedFor, scopes, idempotent, binary }) {
  const file = binary === true ? ' The answer is a file, which is streamed.' : '';
  return [
    code(`${method} ${path}`),
    `${text(purpose)}${file}`,
    usedFor.map((use) => uses[use]).join(', '),
    codes(scopes),
    idempotent ? 'yes' : 'no',
  ];
}
