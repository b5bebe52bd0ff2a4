import type { AnyImplementation, AnyResourceSteps, Codec, Json } from '@privacy-connectors/core';
import { ensure } from '../failure.js';
import type { FinishedOf } from './finished.js';
import type { Kind, Results, WorkOf } from './work.js';

/** A value that goes to a store, and what reads it back. */
export interface Handle {
  readonly codec: Codec<Json>;
  readonly handle: Json;
}

type Finders = {
  readonly [K in Kind]: (
    implementation: AnyImplementation,
    result: Results[K],
    work: WorkOf<K>,
  ) => readonly Handle[];
};

const finders: Finders = {
  locate: (implementation, { things, next }) => [
    ...read(implementation.subject.cursor, [next]),
    ...things.flatMap(({ resource, ref }) => refs(implementation, resource, [ref])),
  ],
  scan: (implementation, { things, next }, { resource }) => [
    ...read(stepsOf(implementation, resource)?.scanCursor, [next]),
    ...refs(
      implementation,
      resource,
      things.map(({ ref }) => ref),
    ),
  ],
  read: (implementation, { next, children = {} }, { resource }) => [
    ...read(stepsOf(implementation, resource)?.cursor, [next]),
    ...Object.entries(children).flatMap(([child, found]) => refs(implementation, child, found)),
  ],
  open: () => [],
  plan: ({ deletion }, { operations, next }) => [
    ...read(deletion?.planCursor, [next]),
    ...read(
      deletion?.operation,
      operations.map(({ operation }) => operation),
    ),
  ],
  erase: ticketOf,
  look: ticketOf,
  verify: ticketOf,
};

/**
 * Every ref, cursor, operation and ticket in a result.
 * @throws ConformanceFailure for one that nothing could read back.
 */
export function handlesOf<K extends Kind>(
  implementation: AnyImplementation,
  { kind, result, work }: FinishedOf<K>,
): readonly Handle[] {
  const find: Finders[K] = finders[kind];
  return find(implementation, result, work);
}

function ticketOf({ deletion }: AnyImplementation, outcome: Results['verify']): readonly Handle[] {
  return outcome.outcome === 'pending' ? read(deletion?.ticket, [outcome.ticket]) : [];
}

function refs(
  implementation: AnyImplementation,
  resource: string,
  found: readonly Json[],
): readonly Handle[] {
  return read(stepsOf(implementation, resource)?.ref, found);
}

function stepsOf({ resources }: AnyImplementation, resource: string): AnyResourceSteps | undefined {
  return resources[resource];
}

/** Null is the end of a listing and not stored. */
function read(codec: Codec<Json> | undefined, handles: readonly Json[]): readonly Handle[] {
  const present = handles.filter((handle) => handle !== null);
  ensure(codec !== undefined || present.length === 0, 'a step returned a handle for which there is no codec');
  return codec === undefined ? [] : present.map((handle) => ({ codec, handle }));
}
