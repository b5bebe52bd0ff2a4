import type { OpenIdentifier } from '../identifiers/known-identifier.js';
import { roundsPerRequest, searchedPerRequest } from '../identifiers/limits.js';
import { searchesOf } from '../identifiers/searches.js';
import { withinLimit } from '../identifiers/within-limit.js';
import type { Queryable } from '../store/database.js';
import type { TaskRun } from './task-run.js';

const why = `More identifiers were found than one request is searched by (${searchedPerRequest}, in at most ${roundsPerRequest} rounds). Look whether they are all the person's, and ask for the others in a request of their own.`;

/** Says of how many identifiers that this task found, or would search by, nobody searches by although it should be. */
export async function reportLimit(
  run: TaskRun,
  known: readonly OpenIdentifier[],
  connection: Queryable,
): Promise<void> {
  const { searches, works } = run.stores;
  const within = withinLimit(known, await searches.numbers(run.request.id, connection));
  const left = known.filter((each) => !within.includes(each) && isMissed(run, each));
  if (left.length === 0) return;
  const { resource } = run.session.connector.implementation.subject;
  const skipped = { resource, count: left.length, outcome: { outcome: 'skipped', why } } as const;
  await works.addEnded(run.task.id, run.box, 'locate', [skipped], connection);
}

function isMissed(run: TaskRun, identifier: OpenIdentifier): boolean {
  if (identifier.use === 'beyond_limit') return identifier.sources.some(({ task }) => task === run.task.id);
  const { consumes } = run.session.connector.manifest.identifiers;
  return searchesOf({ consumes, namespaces: run.namespaces }, [identifier]).length > 0;
}
