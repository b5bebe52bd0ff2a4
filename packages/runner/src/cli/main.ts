import { guardAgainstCrashes } from './crash-guard.js';
import { lazyOpeners } from './openers.js';
import { processIo } from './process-io.js';
import { runCli } from './run-cli.js';

const lastResortMilliseconds = 5_000;
const lastingCommands: readonly string[] = ['serve', 'worker'];

// Deprecations in dependencies concern their authors; on stderr they would only puzzle the person at the terminal.
process.noDeprecation = true;

const args = process.argv.slice(2);
const { io, interrupt } = processIo();
guardAgainstCrashes(io, args.includes('--json'), lastingCommands.includes(args[0] ?? ''), interrupt);

process.exitCode = await runCli(args, io, lazyOpeners);

// The process ends by itself. Should a forgotten handle keep it alive after all, the flushed output lets it go.
setTimeout(() => {
  process.stdout.write('', () => process.exit());
}, lastResortMilliseconds).unref();
