/** By what work is ordered: the legal deadline first, then age. */
export interface Urgency {
  readonly dueAt: Date;
  readonly receivedAt: Date;
}

/** Where in the line of a process a task stands, and whether nothing else may be at work beside it. */
export interface Place extends Urgency {
  /** UUID of the connection the task is for. */
  readonly connectionId: string;
  readonly alone: boolean;
}

/** Negative when `left` is more urgent than `right`, 0 when they are alike. */
export function compareUrgency(left: Urgency, right: Urgency): number {
  return (
    left.dueAt.getTime() - right.dueAt.getTime() || left.receivedAt.getTime() - right.receivedAt.getTime()
  );
}
