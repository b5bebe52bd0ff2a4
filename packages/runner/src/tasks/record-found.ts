import type { Identifier } from '@privacy-connectors/core';
import { admit, type Finding } from '../identifiers/admit.js';
import type { OpenIdentifier } from '../identifiers/known-identifier.js';
import { keptPerRequest } from '../identifiers/limits.js';
import { namespacedKinds } from '../identifiers/namespaces.js';
import type { Queryable } from '../store/database.js';
import { reportLimit } from './report-limit.js';
import type { TaskRun } from './task-run.js';

/**
 * Keeps the identifiers that a search found, each once within the request, with where it was found. Locks the request, so it
 * comes last in a transaction.
 */
export async function recordFound(
  run: TaskRun,
  through: { readonly number: number; readonly round: number },
  found: readonly Identifier[],
  connection: Queryable,
): Promise<void> {
  const readable = found.filter(isIdentifier);
  if (readable.length === 0) return;
  const { identifiers } = run.stores;
  await identifiers.lock(run.request.id, connection);
  const before = await identifiers.open(run.request.id, run.box, connection);
  const finding = findingOf(run, through);
  const after = readable.reduce((known, each) => admit(known, each, finding), before);
  await identifiers.save(
    run.request.id,
    run.box,
    after.filter((each) => !before.includes(each)),
    connection,
  );
  await reportLimit(run, after, connection);
  if (after.length >= keptPerRequest) await reportFull(run, connection);
  await record(run, after.slice(before.length), connection);
}

const kinds: readonly string[] = ['email', 'phone', ...namespacedKinds];

/** What a connector that is not type-checked may hand over besides. */
function isIdentifier({ kind, value }: Identifier): boolean {
  return kinds.includes(kind) && typeof value === 'string';
}

function findingOf(run: TaskRun, through: { readonly number: number; readonly round: number }): Finding {
  const { resource } = run.session.connector.implementation.subject;
  return {
    source: { task: run.task.id, resource, through: through.number },
    holder: run.task.connection_id,
    namespaces: run.namespaces,
    round: through.round,
    widen: run.request.widen,
  };
}

/** What a vendor sends beyond that is not even counted. */
async function reportFull(run: TaskRun, connection: Queryable): Promise<void> {
  const { resource } = run.session.connector.implementation.subject;
  const why = `The request knows ${keptPerRequest} identifiers, the most it keeps. Whatever else was found is neither reported nor searched by: look whether these are one person's.`;
  const skipped = { resource, count: 1, outcome: { outcome: 'skipped', why } } as const;
  await run.stores.works.addEnded(run.task.id, run.box, 'locate', [skipped], connection);
}

/** The audit log tells one identifier from another by keyed digests. */
async function record(run: TaskRun, found: readonly OpenIdentifier[], connection: Queryable): Promise<void> {
  if (found.length === 0) return;
  const details = {
    request: run.request.id,
    task: run.task.id,
    kinds: found.map(({ kind }) => kind),
    uses: found.map(({ use }) => use),
    identifiers: found.map(({ kind, value }) =>
      run.box.digest(`identifier:${kind}:${value}`).toString('hex'),
    ),
  };
  await run.stores.audit.append({ action: 'identifier.found', actor: 'runner', details }, connection);
}
