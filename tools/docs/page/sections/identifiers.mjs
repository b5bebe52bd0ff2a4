import { codes } from '../../markdown/code.mjs';
import { bullets } from '../../markdown/list.mjs';
import { locatedTitles } from '../../words/located-titles.mjs';

/** What the connector finds people by, and what it learns about them for other connectors. */
export function identifiers({ manifest }) {
  const { consumes, produces } = manifest.identifiers;
  return bullets([
    `**Consumed:** ${codes(consumes)}${consumes.length === 0 ? '' : searched(manifest)}`,
    `**Produced:** ${codes(produces)}${produces.length === 0 ? '' : borne(manifest)}`,
  ]);
}

function searched(manifest) {
  return `. The vendor is searched for ${locatedTitles(manifest)} by each of these that is known of the person; what it finds is compared again, exactly.`;
}

function borne(manifest) {
  return `. Further handles of the person that the ${locatedTitles(manifest)} found bear, for the other connectors of the request.`;
}
