import type { IdentifierView } from '../../application/views/identifier-view.js';
import { type Lines, paragraph } from '../output/layout.js';
import type { Style } from '../output/style.js';
import { formatCount, formatList } from './format.js';

/** Identifiers a person should know of: those that were found, and those that nothing was searched by. */
export function identifierDetail(identifiers: readonly IdentifierView[], style: Style): Lines {
  const notable = identifiers.filter(({ given, used }) => !given || !used);
  if (notable.length === 0) return [];
  return ['', 'Identifiers', ...notable.flatMap((identifier) => identifierLines(identifier, style))];
}

function identifierLines(identifier: IdentifierView, style: Style): Lines {
  const { kind, namespace, count, given, used, reason } = identifier;
  const what = namespace === null ? kind : `${kind} of ${namespace}`;
  const origin = given ? 'named by the request' : `found by ${formatList(finders(identifier))}`;
  return [
    ...paragraph(`${what}: ${formatCount(count)}, ${origin}, ${used ? 'used' : 'not used'}`, '  - '),
    ...(reason === null ? [] : paragraph(reason, '    ', style.warning)),
  ];
}

function finders({ foundBy }: IdentifierView): readonly string[] {
  return foundBy.map(({ connection, resource }) => `${connection} (${resource})`);
}
