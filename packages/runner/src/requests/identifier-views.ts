import type { IdentifierView } from '../application/views/identifier-view.js';
import type { OpenIdentifier } from '../identifiers/known-identifier.js';
import { roundsPerRequest, searchedPerRequest } from '../identifiers/limits.js';
import { namespacedKind } from '../identifiers/namespaces.js';
import { type Searchable, searchesOf } from '../identifiers/searches.js';
import { withinLimit } from '../identifiers/within-limit.js';

/** A task's connection as far as identifiers are concerned. */
export interface IdentifiedTask extends Searchable {
  readonly task: string;
  /** Name of the connection. */
  readonly connection: string;
}

/**
 * What is shown of a request's identifiers: equal ones as one line with their number. `searched`: the numbers of those that
 * some connection was searched by.
 */
export function identifierViews(
  identifiers: readonly OpenIdentifier[],
  tasks: readonly IdentifiedTask[],
  searched: ReadonlySet<number>,
): readonly IdentifierView[] {
  const views = new Map<string, IdentifierView>();
  const within = withinLimit(identifiers, searched);
  for (const identifier of identifiers) {
    const used = searched.has(identifier.number);
    const reason = used ? null : reasonOf(identifier, tasks, within.includes(identifier));
    const view = viewOf(identifier, tasks, reason);
    const key = JSON.stringify(view);
    views.set(key, { ...view, count: (views.get(key)?.count ?? 0) + 1 });
  }
  return [...views.values()];
}

function viewOf(
  { kind, namespace, round, sources }: OpenIdentifier,
  tasks: readonly IdentifiedTask[],
  reason: string | null,
): IdentifierView {
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

/** Why nobody was searched by it. */
function reasonOf(
  identifier: OpenIdentifier,
  tasks: readonly IdentifiedTask[],
  isWithinLimit: boolean,
): string {
  const { kind, namespace, use } = identifier;
  switch (use) {
    case 'not_widened':
      return `Further identifiers of this kind are searched for only when that is asked for, with --widen ${kind}.`;
    case 'invalid':
      return 'It is not valid, so nothing could be found by it.';
    case 'beyond_limit':
      return beyondLimit;
    case 'search':
      break;
  }
  if (namespacedKind(kind) !== undefined && namespace === null) return undeclared(identifier);
  if (!isWithinLimit) return beyondLimit;
  if (tasks.some((task) => searchesOf(task, [identifier]).length > 0)) return notYet;
  return `No connection of this request is searched by ${namespace === null ? kind : `ids of ${namespace}`}.`;
}

const beyondLimit = `A request is searched by ${searchedPerRequest} identifiers at most, in ${roundsPerRequest} rounds of finding.`;
const notYet = 'Not searched by yet: carry the request on with dsr request wait.';

function undeclared({ kind }: OpenIdentifier): string {
  return `Nobody declared whose ids these are, so they are passed on to no other connection. Declare it by adding the connection again under its name with --namespace ${kind}=NAME, then carry the request on.`;
}
