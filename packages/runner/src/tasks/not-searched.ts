import type { Blocked, Manifest } from '@privacy-connectors/core';
import { namespacedKinds, type Namespaces } from '../identifiers/namespaces.js';
import type { TaskRun } from './task-run.js';

/** Says of a connection that could not be searched at all why not: to be silent would look like "nothing there". */
export async function noteUnsearched(run: TaskRun): Promise<void> {
  const { searches, works } = run.stores;
  const { resource } = run.session.connector.implementation.subject;
  if ((await searches.ofRun(run.task.id, run.task.run)).length > 0) return;
  const outcome = notSearched(run.session.connector.manifest, run.namespaces);
  await run.commit((connection) =>
    works.addEnded(run.task.id, run.box, 'plan', [{ resource, count: 0, outcome }], connection),
  );
}

function notSearched({ title, identifiers }: Manifest, namespaces: Namespaces): Blocked {
  const { consumes } = identifiers;
  const undeclared = namespacedKinds.filter(
    (kind) => consumes.includes(kind) && namespaces[kind] === undefined,
  );
  const declare = undeclared.map((kind) => `--namespace ${kind}=NAME`).join(' or ');
  const how =
    undeclared.length === 0
      ? 'Name one in a new request.'
      : `Name one in a new request, or declare whose ids the connection holds: add it again under its name with ${declare}.`;
  return {
    outcome: 'blocked',
    remedy: `Nothing was searched: ${title} is searched by ${consumes.join(' or ')}, and the request knows no such identifier of the person for this connection. ${how}`,
  };
}
