import type { Subject } from '@privacy-connectors/core';
import type { TaskRun } from './task-run.js';

/** The person, by every identifier that this run searched the connection by. */
export async function subjectOf(run: TaskRun): Promise<Subject> {
  const { identifiers, searches } = run.stores;
  const known = await identifiers.open(run.request.id, run.box);
  const searched = await searches.ofRun(run.task.id, run.task.run);
  return {
    identifiers: searched.flatMap(({ number, kind }) =>
      known.filter((each) => each.number === number).map(({ value }) => ({ kind, value })),
    ),
  };
}
