import { runSimulator } from './command-line.js';

try {
  await runSimulator(process.argv.slice(2));
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? error.message : 'The Drift simulator could not start.'}\n`,
  );
  process.exitCode = 1;
}
