import { ConfigurationError, InputError, type RunnerError, VaultError } from '../errors/runner-error.js';
import type { TaskRow } from '../store/task-store.js';
import type { AdvancerParts } from './task-advancer.js';

/** True for a failure to open a connection that lies in the connection: the others can go on. */
export function isOfConnection(error: unknown): error is RunnerError {
  return error instanceof InputError || error instanceof ConfigurationError || error instanceof VaultError;
}

/**
 * Ends a task whose connection cannot be opened, with the sentence that says why. Its searches count as begun, for nobody
 * would begin them; a later run does all of it anew.
 */
export async function endUnopened(parts: AdvancerParts, task: TaskRow, error: RunnerError): Promise<void> {
  const { database, keys, stores, searches, finisher } = parts;
  const outcome = { outcome: 'blocked', remedy: error.message } as const;
  const resource = await subjectResource(parts, task);
  const box = await keys.box('request', task.request_id);
  await database.transaction(async (connection) => {
    await stores.holds.assertHeld(task, connection);
    await stores.works.endAllDue(task.id, outcome, connection);
    await stores.works.addEnded(task.id, box, 'plan', [{ resource, count: 0, outcome }], connection);
    const open = (await searches.of(task.request_id, connection)).get(task.id) ?? [];
    await stores.searches.add(task.id, task.run, open, connection);
    const description = { code: error.code, message: error.message };
    await finisher.end({ id: task.id, status: 'incomplete', error: description }, connection);
    await finisher.refresh(task.request_id, connection);
  });
}

/** What the connector's searches find, which stands for all that was not done. */
export async function subjectResource(
  { connections, connectors }: AdvancerParts,
  task: TaskRow,
): Promise<string> {
  const connector = connectors.find((await connections.byId(task.connection_id))?.connector ?? '');
  return connector?.implementation.subject.resource ?? 'connection';
}
