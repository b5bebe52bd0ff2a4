/**
 * Runs a script's `main`, whose result is the exit code. A failure is one sentence, as the details were
 * printed before; its `exitCode` counts if it has one.
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error?.exitCode ?? 1;
  }
}
