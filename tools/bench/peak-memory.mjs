/** Preloaded into a program (`node --import`): when it exits, writes its peak memory in bytes to a file. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.PEAK_MEMORY_FILE;
const status = '/proc/self/status';

/** The high-water mark of the resident set; where the system tells it with what the parent had, that is a little more. */
function peakBytes() {
  const known = existsSync(status) && /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'));
  return 1024 * (known ? Number(known[1]) : process.resourceUsage().maxRSS);
}

if (isMainThread && file !== undefined) process.on('exit', () => writeFileSync(file, String(peakBytes())));
