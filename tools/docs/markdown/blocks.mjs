/** Blocks, one after the other, without those that are empty. */
export function blocks(...parts) {
  return parts.filter((part) => part !== '').join('\n\n');
}
