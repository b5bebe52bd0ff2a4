/**
 * Does each thing after the one before, whatever became of that: one that fails keeps nobody waiting.
 * @throws what the first of those that failed threw, when all had their turn.
 */
export async function eachInTurn(things: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const thing of things) {
    await thing().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}
