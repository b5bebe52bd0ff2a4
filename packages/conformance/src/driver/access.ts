import type { Subject } from '@privacy-connectors/core';
import { newAccess, type AccessState } from './access-state.js';
import { applyAccess } from './apply-access.js';
import { watched, type Watch } from './finished.js';
import type { ConnectorProcess } from './process.js';
import type { AccessKind, WorkOf } from './work.js';

/** Where a driver commits; it outlives processes. */
export interface Journal<State> {
  state: State;
}

/** Works through an access request from what the journal holds to its end. */
export async function runAccess(
  process: ConnectorProcess,
  subject: Subject,
  journal: Journal<AccessState> = { state: newAccess(process.site.connector.manifest, subject) },
  watch: Watch = () => undefined,
): Promise<AccessState> {
  for (let [work] = journal.state.queue; work !== undefined; [work] = journal.state.queue) {
    journal.state = await advance(process, subject, journal.state, work, watch);
  }
  return journal.state;
}

async function advance<K extends AccessKind>(
  process: ConnectorProcess,
  subject: Subject,
  state: AccessState,
  work: WorkOf<K>,
  watch: Watch,
): Promise<AccessState> {
  const result = await watched(process, subject, work, watch);
  return applyAccess(state, work, result, process.site.connector.manifest);
}
