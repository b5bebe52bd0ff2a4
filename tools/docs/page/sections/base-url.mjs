import { code, codes } from '../../markdown/code.mjs';
import { blocks } from '../../markdown/blocks.mjs';

/** Where calls go. */
export function baseUrl({ manifest }) {
  return blocks(
    code(manifest.baseUrl),
    `Requests go to these hosts only: ${codes(manifest.hosts)}. Redirects are not followed.`,
  );
}
