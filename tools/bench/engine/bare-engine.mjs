/**
 * Usage: node bare-engine.mjs <database URL> <workflows> <steps of each>
 *
 * The engine alone: workflows on a queue, each with steps that do nothing, until the last one ended.
 */
import { DBOS } from '@dbos-inc/dbos-sdk';

// Deprecations in dependencies concern their authors.
process.noDeprecation = true;

const [systemDatabaseUrl, workflows, steps] = process.argv.slice(2);
const queueName = 'bare';
const quiet = () => undefined;

const run = DBOS.registerWorkflow(
  async () => {
    for (let step = 0; step < Number(steps); step += 1) {
      await DBOS.runStep(() => Promise.resolve({ state: 'more' }), { name: 'step' });
    }
  },
  { name: 'bare' },
);
const logger = { info: quiet, debug: quiet, warn: quiet, error: quiet };
DBOS.setConfig({ name: 'bare', systemDatabaseUrl, systemDatabasePoolSize: 6, enableOTLP: false, logger });
await DBOS.launch();
await DBOS.registerQueue(queueName, { workerConcurrency: 1000, minPollingIntervalMs: 100 });
const handles = [];
for (let count = 0; count < Number(workflows); count += 1) {
  handles.push(await DBOS.startWorkflow(run, { workflowID: `bare-${count}`, queueName })());
}
await Promise.all(handles.map((handle) => handle.getResult()));
await DBOS.shutdown();
