const beginning = /<!\[cdata\[/iy;
const endOrNext = /(\]\]>)|<!\[cdata\[/gi;

/** Characters that stand for themselves. */
export interface CharacterData {
  readonly characters: string;
  /** The place after it. */
  readonly end: number;
}

/** The `<![CDATA[…]]>` that begins at `at`; undefined when none does, or when another begins before it ends. */
export function characterDataAt(html: string, at: number): CharacterData | undefined {
  beginning.lastIndex = at;
  if (!beginning.test(html)) return undefined;
  const start = beginning.lastIndex;
  endOrNext.lastIndex = start;
  const found = endOrNext.exec(html);
  if (found?.[1] === undefined) return undefined;
  return { characters: html.slice(start, found.index), end: endOrNext.lastIndex };
}
