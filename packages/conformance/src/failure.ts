import { keyOf } from './driver/stored.js';

/** The connector does not keep what a check states. The message says where and how. */
export class ConformanceFailure extends Error {
  override readonly name = 'ConformanceFailure';
}

/** @throws ConformanceFailure when the condition does not hold. */
export function ensure(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new ConformanceFailure(otherwise);
}

/** @throws ConformanceFailure when the two are not the same JSON. */
export function ensureSame(actual: unknown, expected: unknown, otherwise: string): void {
  ensure(keyOf(actual) === keyOf(expected), otherwise);
}

/** @throws ConformanceFailure naming what is missing and what is too much. Order does not matter. */
export function ensureSameSet(actual: readonly string[], expected: readonly string[], what: string): void {
  const missing = expected.filter((each) => !actual.includes(each));
  const surplus = actual.filter((each) => !expected.includes(each));
  const problem = `${what}: missing [${missing.join(', ')}], not expected [${surplus.join(', ')}]`;
  ensure(missing.length + surplus.length === 0, problem);
}
