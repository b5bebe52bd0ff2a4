// A process that uses an embedded PostgreSQL: node user.mjs <module> <folder>. It prints what became of opening, and obeys lines on its input.
import { createInterface } from 'node:readline';

const [module, folder] = process.argv.slice(2);
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const { openEmbeddedPostgres } = await import(module);
try {
  say('opening');
  const postgres = await openEmbeddedPostgres({ folder });
  say({ url: postgres.url });
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'close') await postgres.close();
    say({ done: line });
  }
} catch (error) {
  say({ error: error.name, message: error.message });
}
// The end of the input is the end of the test: a test that dies leaves no user behind.
process.exit();
