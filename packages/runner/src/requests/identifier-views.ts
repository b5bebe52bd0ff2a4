import type { IdentifierView } from '../application/views.js';
import type { OpenIdentifier } from '../identifiers/known-identifier.js';
import { roundsPerRequest, searchedPerRequest } from '../identifiers/limits.js';
import { namespacedKind } from '../identifiers/namespaces.js';
import { type Searchable, searchesOf } from '../identifiers/searches.js';

/** A task's connection as far as identifiers are concerned. */
export interface IdentifiedTask extends Searchable {
  readonly task: string;
  /** Name of the connection. */
  readonly connection: string;
}

/** What is shown of a request's identifiers: equal ones as one line with their number. */
export function identifierViews(
  identifiers: readonly OpenIdentifier[],
  tasks: readonly IdentifiedTask[],
): readonly IdentifierView[] {
  const views = new Map<string, IdentifierView>();
  for (const identifier of identifiers) {
    const view = viewOf(identifier, tasks);
    const key = JSON.stringify(view);
    views.set(key, { ...view, count: (views.get(key)?.count ?? 0) + 1 });
  }
  return [...views.values()];
}

function viewOf(identifier: OpenIdentifier, tasks: readonly IdentifiedTask[]): IdentifierView {
  const { kind, namespace, round, sources } = identifier;
  const reason = reasonOf(identifier, tasks);
  return {
    kind,
    namespace,
    count: 1,
    given: round === 0,
    foundBy: sources.flatMap(({ task, resource }) =>
      tasks.filter((each) => each.task === task).map(({ connection }) => ({ connection, resource })),
    ),
    used: reason === null,
    reason,
  };
}

function reasonOf(identifier: OpenIdentifier, tasks: readonly IdentifiedTask[]): string | null {
  const { kind, namespace, use } = identifier;
  switch (use) {
    case 'not_widened':
      return `Further identifiers of this kind are searched for only when that is asked for, with --widen ${kind}.`;
    case 'invalid':
      return 'It is not valid, so nothing could be found by it.';
    case 'beyond_limit':
      return `A request is searched by ${searchedPerRequest} identifiers at most, in ${roundsPerRequest} rounds of finding.`;
    case 'search':
      break;
  }
  if (namespacedKind(kind) !== undefined && namespace === null) return undeclared(identifier);
  if (tasks.some((task) => searchesOf(task, [identifier]).length > 0)) return null;
  return `No connection of this request is searched by ${namespace === null ? kind : `ids of ${namespace}`}.`;
}

function undeclared({ kind }: OpenIdentifier): string {
  return `Nobody declared whose ids these are, so they are passed on to no other connection. Declare it by adding the connection again under its name with --namespace ${kind}=NAME, then carry the request on.`;
}
