import { once } from 'node:events';
import { startDsr, type DsrEnd, type DsrProcess } from '../support/dsr.js';

/** A worker process and what it has told. */
export interface WorkerProcess extends DsrProcess {
  /** Resolves once it works. @throws Error when it ended first. */
  readonly started: Promise<void>;
}

/** Starts `dsr worker --json`. */
export function startWorker(
  environment: Readonly<Record<string, string>>,
  ...options: readonly string[]
): WorkerProcess {
  const process = startDsr(['worker', ...options, '--json'], environment);
  const begun = started(process);
  begun.catch(() => undefined);
  return { ...process, started: begun };
}

async function started({ child, ended }: DsrProcess): Promise<void> {
  const early = ended.then(({ stderr }) => {
    throw new Error(`The worker ended before it began: ${stderr}`);
  });
  early.catch(() => undefined);
  let told = '';
  while (!told.includes('"started"')) {
    const [chunk] = (await Promise.race([once(child.stdout ?? child, 'data'), early])) as [Buffer];
    told += chunk.toString('utf8');
  }
}

/** Stops a worker in good order. */
export function stopWorker({ child, ended }: DsrProcess): Promise<DsrEnd> {
  child.kill('SIGTERM');
  return ended;
}
