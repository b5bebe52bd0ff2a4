import type { NotCovered } from '@privacy-connectors/core';
import type { OutcomeView } from '../application/views/task-view.js';

/** What a connector says of itself, as far as packages tell it. */
export interface DescribedConnector {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** In the manifest's order. */
  readonly resources: readonly {
    readonly name: string;
    readonly title: string;
    readonly description: string;
    readonly dataCategories: readonly string[];
    readonly parent?: string;
    readonly binary: boolean;
  }[];
}

/** What a task came to, as it is kept when the task ends. */
export interface TaskEnd {
  readonly outcomes: readonly OutcomeView[];
  /** What the connector could not reach, of what the request is about. */
  readonly notCovered: readonly NotCovered[];
  /** Null when its package was not there. */
  readonly connector: DescribedConnector | null;
}
