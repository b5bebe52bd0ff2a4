const syllables = /^[\uAC00-\uD7A3]+$/;
/** Titles and particles that follow a name without a space. */
const particles =
  /^(?:님|씨|군|양|선생님|대리|과장|차장|부장|팀장|대표)?(?:님)?(?:이|가|은|는|을|를|의|에|에게|에게서|께|께서|한테|와|과|랑|이랑|하고|도|만|야|아|로|으로|부터|까지|입니다|이에요|예요|이라고|라고)?$/;

/** Whether a word is written in Korean syllables. */
export function isHangul(word: string): boolean {
  return syllables.test(word);
}

/** Whether a word of a text is a Korean name: a whole one with whatever follows it, a given one with a particle. */
export function isHangulForm(text: string, name: string): boolean {
  if (name.length < 2 || !text.startsWith(name)) return false;
  return name.length > 2 || particles.test(text.slice(name.length));
}
