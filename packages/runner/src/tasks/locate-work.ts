import type { Identifier, Json } from '@privacy-connectors/core';
import type { OpenIdentifier } from '../identifiers/known-identifier.js';
import type { Search } from '../identifiers/searches.js';
import type { NewWork } from '../store/work-store.js';
import { afterLocating } from './after-locating.js';
import { assertMovesOn } from './cursor-guard.js';
import { recordFound } from './record-found.js';
import type { TaskRun, WorkHandler } from './task-run.js';

/** Where the search for one identifier stands. */
type LocateState = {
  readonly identifier: Identifier;
  /** The identifier's number within the request, and its round. */
  readonly number: number;
  readonly round: number;
  readonly cursor: Json | null;
};

/** Work that searches by each of these identifiers from the first page. */
export function locatesFor(
  run: TaskRun,
  searches: readonly Search[],
  identifiers: readonly OpenIdentifier[],
): readonly NewWork[] {
  const { resource } = run.session.connector.implementation.subject;
  return searches.flatMap(({ number, kind }) => {
    const known = identifiers.find((each) => each.number === number);
    if (known === undefined) return [];
    const { value, round } = known;
    const payload: LocateState = { identifier: { kind, value }, number, round, cursor: null };
    const key = `run ${run.task.run} ${number} ${kind}`;
    return [{ kind: 'locate' as const, resource, key, payload: payload, count: 0 }];
  });
}

/** Finds the person's things by one identifier, a page at a time, and the further identifiers they bear. */
export const locateWork: WorkHandler = async (run, work) => {
  const { subject: steps } = run.session.connector.implementation;
  const state = work.payload as unknown as LocateState;
  const cursor = state.cursor === null ? null : steps.cursor.parse(state.cursor);
  const page = await steps.locate(run.context(), state.identifier, cursor);
  assertMovesOn(cursor, page.next);
  return async (connection) => {
    const { things, works } = run.stores;
    await things.add(run.task.id, run.box, page.things, connection);
    const done = page.things.length;
    if (page.next === null) {
      await works.end(work.id, done, null, connection);
      await afterLocating(run, connection);
    } else {
      const payload = { ...state, cursor: page.next } as unknown as Json;
      await works.advance(work, run.box, { payload, done }, connection);
    }
    await recordFound(run, state, page.identifiers ?? [], connection);
  };
};
