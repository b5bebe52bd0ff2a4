import type { LocatedThing, Manifest, Subject } from '@privacy-connectors/core';
import { keyOf } from './stored.js';
import type { Results, WorkOf } from './work.js';

/** The first step for each identifier that the connector can use. */
export function locateWorks(
  { identifiers }: Manifest,
  { identifiers: known }: Subject,
): readonly WorkOf<'locate'>[] {
  return known
    .filter(({ kind }) => identifiers.consumes.includes(kind))
    .map((identifier) => ({ kind: 'locate', identifier, cursor: null }));
}

/** The step after one that gave this page; none after the last page. */
export function nextLocate(work: WorkOf<'locate'>, { next }: Results['locate']): readonly WorkOf<'locate'>[] {
  return next === null ? [] : [{ ...work, cursor: next }];
}

/** Things of several pages, each once: one that two identifiers find has the same ref. */
export function distinct(things: readonly LocatedThing[]): readonly LocatedThing[] {
  return [...new Map(things.map((thing) => [keyOf([thing.resource, thing.ref]), thing])).values()];
}
