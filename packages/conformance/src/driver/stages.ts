import { saysGone, type OperationState } from './deletion-state.js';

/** The stage of a planned operation. */
export function stageOf({ planned }: OperationState): number {
  return planned.stage ?? 0;
}

/** The stages of a plan in their order, each once. */
export function stagesOf(operations: readonly OperationState[]): readonly number[] {
  return [...new Set(operations.map(stageOf))].sort((one, other) => one - other);
}

/** Whether everything of the stage ended well, so that the next one may begin. */
export function isOver(operations: readonly OperationState[], stage: number): boolean {
  return operations
    .filter((operation) => stageOf(operation) === stage)
    .every(({ progress }) => progress.at === 'done' && saysGone(progress.outcome));
}

/** The same with everything of later stages blocked. */
export function withoutLaterStages(
  operations: readonly OperationState[],
  stage: number,
): readonly OperationState[] {
  return operations.map((operation) =>
    stageOf(operation) > stage ? { ...operation, progress: { at: 'done', outcome: 'blocked' } } : operation,
  );
}
