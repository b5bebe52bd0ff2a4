/** The words of an option that is a list, or text with commas; none when it is absent. */
export function listOf(option) {
  const words = [option ?? []].flat().flatMap((words) => words.split(','));
  return words.map((word) => word.trim()).filter((word) => word !== '');
}
