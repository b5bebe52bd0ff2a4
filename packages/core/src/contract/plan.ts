import type { Blocked, Refused } from './outcome.js';
import type { Json } from './json.js';

/** One call that a deletion will make, and what goes with it. @public */
export interface PlannedOperation<Operation extends Json = Json> {
  /** Unique within the plan and stable when the plan is made again. */
  readonly key: string;
  /** What is erased, in a sentence without personal values. */
  readonly title: string;
  readonly resource: string;
  /** Things of `resource` that the call erases. */
  readonly count: number;
  /** Resources that go with it and cannot be counted or confirmed one by one. */
  readonly alsoErases: readonly string[];
  readonly irreversible: boolean;
  /**
   * 0 unless given. It is sent only once every operation of a lower stage ended well; when one did not, it ends as
   * `blocked` and nothing is sent.
   */
  readonly stage?: number;
  /** Handed to `erase`. */
  readonly operation: Operation;
}

/** Something a person should know before approving. @public */
export interface PlanWarning {
  readonly code: string;
  readonly message: string;
}

/**
 * One page of what a deletion would do. `obstacles` are outcomes known in advance (a missing scope, a rule); a plan with obstacles and
 * no operations ends with them. @public
 */
export interface DeletionPlanPage<Operation extends Json = Json, Cursor extends Json = Json> {
  readonly operations: readonly PlannedOperation<Operation>[];
  readonly warnings: readonly PlanWarning[];
  readonly obstacles: readonly {
    readonly resource: string;
    readonly count: number;
    readonly outcome: Blocked | Refused;
  }[];
  readonly next: Cursor | null;
}

/** Decisions of the person who asked for the deletion. @public */
export interface PlanOptions {
  /** True to go on when the person is also a user (an employee) at the vendor, whose data would go too. */
  readonly includeVendorUsers: boolean;
}
