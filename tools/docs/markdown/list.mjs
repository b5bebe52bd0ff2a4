/** A bulleted list of items that are Markdown already. */
export function bullets(items) {
  return items.map((item) => `- ${item}`).join('\n');
}

/** A numbered list of items that are Markdown already. */
export function steps(items) {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}
