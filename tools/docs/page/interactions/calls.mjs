import { blocks } from '../../markdown/blocks.mjs';
import { code } from '../../markdown/code.mjs';
import { bullets } from '../../markdown/list.mjs';
import { text } from '../../markdown/text.mjs';

/** The calls that a capability makes. */
export function callsFor({ operations }, capability) {
  const calls = Object.values(operations).filter(({ usedFor }) => usedFor.includes(capability));
  if (calls.length === 0) return '';
  const items = calls.map(({ method, path, purpose }) => `${code(`${method} ${path}`)}: ${text(purpose)}`);
  return blocks('The calls it makes:', bullets(items));
}
