import type { NotCovered } from '@privacy-connectors/core';
import type { OutcomeView } from '../application/views/task-view.js';
import type { DescribedConnector } from '../connectors/described-connector.js';

/** What a task came to, as it is kept when the task ends. */
export interface TaskEnd {
  readonly outcomes: readonly OutcomeView[];
  /** What the connector could not reach, of what the request is about. */
  readonly notCovered: readonly NotCovered[];
  /** Null when its package was not there. */
  readonly connector: DescribedConnector | null;
}
