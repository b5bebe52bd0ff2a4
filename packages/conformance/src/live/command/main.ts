import { runCommand } from './program.js';

process.exitCode = await runCommand(process.argv.slice(2), process);
// A stdin that was asked would keep the process alive.
process.stdin.destroy();
