#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// A long request makes much short-lived garbage; V8 would let its nursery grow for it and hold the memory for good.
setFlagsFromString('--semi-space-growth-factor=1');

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main);
} else {
  process.stderr.write('dsr is not built yet. Run `npm run build` in the workspace first.\n');
  process.exitCode = 1;
}
