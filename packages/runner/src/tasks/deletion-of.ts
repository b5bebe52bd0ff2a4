import type { DeletionSteps, Json } from '@privacy-connectors/core';
import { UnsupportedError } from '@privacy-connectors/core/errors';
import type { TaskRun } from './task-run.js';

/** The deletion steps of a task's connector. @throws UnsupportedError when it has none. */
export function deletionOf(run: TaskRun): DeletionSteps<unknown, object, Json, Json, Json> {
  const { deletion } = run.session.connector.implementation;
  if (deletion === undefined) throw new UnsupportedError('The connector offers no deletion.');
  return deletion;
}
