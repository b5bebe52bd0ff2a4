import { blocks } from '../../markdown/blocks.mjs';
import { code } from '../../markdown/code.mjs';
import { table } from '../../markdown/table.mjs';
import { text } from '../../markdown/text.mjs';
import { duration } from '../../words/duration.mjs';

const meanings = {
  none: 'The vendor offers no way to erase it.',
  immediate: 'Gone when the call returns.',
  deferred: 'Accepted at once, gone later.',
  with_parent: (parent) => `Goes with its ${parent}.`,
};

/** What deletion means at this vendor, and how long it takes. */
export function deletion({ manifest }) {
  const { capabilities, resources } = manifest;
  if (capabilities.deletion === undefined) return 'The connector offers no deletion.';
  const rows = Object.values(resources).map((resource) => row(resources, resource));
  return blocks(
    text(capabilities.deletion.description),
    table(['Resource', 'What deletion means', 'What the vendor keeps'], rows, ''),
    time(manifest),
  );
}

function row(resources, { title, erasure, parent, vendorKeeps }) {
  const parentTitle = text(resources[parent]?.title ?? 'parent').toLowerCase();
  const meaning = erasure === 'with_parent' ? meanings.with_parent(parentTitle) : meanings[erasure];
  return [text(title), meaning, vendorKeeps === '' ? 'Nothing is known to stay.' : text(vendorKeeps)];
}

function time({ capabilities, settings }) {
  if (capabilities.deletion.mode === 'synchronous')
    return '**How long it takes:** it is done when the vendor answers.';
  const { verifyEverySeconds: pause, verifyForSeconds: patience } = settings;
  if (pause === undefined || patience === undefined)
    return '**How long it takes:** the vendor finishes it later.';
  return `**How long it takes:** the vendor finishes it later. It is looked at every ${duration(pause.default)} (${code('verifyEverySeconds')}), for ${duration(patience.default)} (${code('verifyForSeconds')}); what is not confirmed by then ends as \`unverified\`.`;
}
