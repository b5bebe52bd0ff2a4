import { blocks } from '../markdown/blocks.mjs';
import { codes } from '../markdown/code.mjs';
import { link } from '../markdown/link.mjs';
import { table } from '../markdown/table.mjs';
import { text } from '../markdown/text.mjs';
import { generatedMark } from '../page/generated-mark.mjs';
import { authenticationSummary } from './authentication-summary.mjs';

const head = ['Connector', 'Version', 'Capabilities', 'Identifiers', 'Authentication', 'Resources'];

/** The page that lists all connectors. */
export function catalogue(connectors) {
  return blocks(
    '# Connectors',
    generatedMark,
    'One page per connector, made from its manifest: what it calls and with which permissions, what an access and a deletion do, and what is out of reach.',
    table(head, connectors.map(row), 'There are none.'),
  );
}

function row({ manifest }) {
  return [
    link(manifest.title, `${manifest.id}.md`),
    text(manifest.version),
    Object.entries(manifest.capabilities).map(capability).join(', '),
    identifiers(manifest.identifiers),
    authenticationSummary(manifest),
    Object.values(manifest.resources)
      .map(({ title }) => text(title))
      .join(', '),
  ];
}

function capability([name, { mode }]) {
  return `${name} (${mode})`;
}

function identifiers({ consumes, produces }) {
  return produces.length === 0 ? codes(consumes) : `${codes(consumes)}; produces ${codes(produces)}`;
}
