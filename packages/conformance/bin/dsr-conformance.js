#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/live/command/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main);
} else {
  process.stderr.write('dsr-conformance is not built yet. Run `npm run build` in the workspace first.\n');
  process.exitCode = 1;
}
