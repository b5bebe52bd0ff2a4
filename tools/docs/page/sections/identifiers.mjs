import { codes } from '../../markdown/code.mjs';
import { bullets } from '../../markdown/list.mjs';

/** What the connector finds people by, and what it learns about them for other connectors. */
export function identifiers({
  manifest: {
    identifiers: { consumes, produces },
  },
}) {
  return bullets([`**Consumed:** ${codes(consumes)}`, `**Produced:** ${codes(produces)}`]);
}
