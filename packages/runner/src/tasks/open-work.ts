import type { Json } from '@privacy-connectors/core';
import { UnsupportedError } from '@privacy-connectors/core/errors';
import { type FilePlace, partBytes } from '../store/file-store.js';
import type { TaskRun, WorkHandler } from './task-run.js';

/** Fetches one file into sealed parts. A part in memory at a time; an interrupted file begins again, a missing one is skipped. */
export const openWork: WorkHandler = async (run, work) => {
  const steps = run.session.connector.implementation.resources[work.resource];
  if (steps?.open === undefined)
    throw new UnsupportedError(`The connector cannot fetch files of ${work.resource}.`);
  const stored = work.payload as { ref: Json; recordId: string };
  const place = { taskId: run.task.id, resource: work.resource, recordId: stored.recordId };
  const binary = await steps.open(run.context(), steps.ref.parse(stored.ref));
  if ('skipped' in binary) {
    const skipped = { outcome: 'skipped', why: binary.skipped.why } as const;
    return (connection) => run.stores.works.end(work.id, 0, skipped, connection);
  }
  const size = await store(run, place, binary.body);
  return async (connection) => {
    await run.stores.files.complete(place, run.box, size, connection);
    await run.stores.works.end(work.id, 1, null, connection);
  };
};

async function store(run: TaskRun, place: FilePlace, body: ReadableStream<Uint8Array>) {
  const size = { bytes: 0, parts: 0 };
  for await (const part of partsOf(body)) {
    await run.stores.files.savePart(place, run.box, size.parts, part);
    size.bytes += part.length;
    size.parts += 1;
  }
  return size;
}

/** The same bytes in parts of equal size; a stream that breaks throws before its last part is handed out. */
async function* partsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Buffer> {
  let chunks: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of body) {
    for (let start = 0; start < chunk.length;) {
      const slice = chunk.subarray(start, start + partBytes - held);
      chunks.push(slice);
      held += slice.length;
      start += slice.length;
      if (held < partBytes) continue;
      yield Buffer.concat(chunks);
      chunks = [];
      held = 0;
    }
  }
  if (held > 0) yield Buffer.concat(chunks);
}
