/** Usage: node write-large-package.mjs <messages> <file> [<recipient>]; prints what was written as JSON. */
import { writePackage } from '../../../packages/runner/dist/package/index.js';
import { largeSource } from './large-source.mjs';

const [messages, file, ...recipients] = process.argv.slice(2);
const written = await writePackage(largeSource(Number(messages)), file, recipients);
process.stdout.write(`${JSON.stringify(written)}\n`);
