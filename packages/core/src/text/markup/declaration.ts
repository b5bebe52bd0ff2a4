/** The type of a document, a condition of a program of mail, and instructions of XML. */
const declaration = /<!doctype[^<>]*>|<!\[(?:if|else|endif)[^<>]*>|<\?xml[^<>]*>/iy;

/** The place after the declaration that begins at `at`; undefined when none does. */
export function afterDeclaration(html: string, at: number): number | undefined {
  declaration.lastIndex = at;
  return declaration.test(html) ? declaration.lastIndex : undefined;
}
