import { bullets } from '../../markdown/list.mjs';
import { link } from '../../markdown/link.mjs';
import { text } from '../../markdown/text.mjs';

const confidences = {
  documented: 'documented by the vendor',
  client: 'seen in a published client',
  inferred: 'inferred',
};

/** Where the facts of the manifest come from, and how sure they are. */
export function sources({ manifest }) {
  if (manifest.sources.length === 0) return 'The manifest names none.';
  return bullets(manifest.sources.map(item));
}

function item({ title, url, confidence }) {
  const named = url === undefined ? text(title) : link(title, url);
  return `${named} (${confidences[confidence]})`;
}
