import { expect, it } from '@jest/globals';
import { createLog } from '../../src/logging/create-log.js';
import { workerLog } from '../../src/logging/worker-log.js';

it('tells the log what a worker does, with counts', () => {
  const lines: string[] = [];
  const tell = workerLog(createLog('info', { write: (line: string) => void lines.push(line) }));
  tell({ kind: 'started' });
  tell({ kind: 'begun', tasks: 3 });
  tell({ kind: 'taken_over', tasks: 2 });
  tell({ kind: 'refused', tasks: 1 });
  tell({ kind: 'failing', reason: 'told by the one who knows the error' });
  tell({ kind: 'stopping' });
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { level: 'info', event: 'worker.started' },
    { level: 'info', event: 'task.started', count: 3 },
    { level: 'warn', event: 'task.taken_over', count: 2 },
    { level: 'error', event: 'worker.refused', count: 1 },
    { level: 'info', event: 'worker.stopping' },
  ]);
});
