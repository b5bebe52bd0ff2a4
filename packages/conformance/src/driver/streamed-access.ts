import type { LocatedThing, Subject } from '@privacy-connectors/core';
import { distinct, locateWorks, nextLocate } from './locating.js';
import { perform } from './perform.js';
import type { ConnectorProcess } from './process.js';
import { boundOf } from './scan-passes.js';
import type { Connection } from './site.js';
import type { AccessWork, Results, WorkOf } from './work.js';

/** Told of each page with records; nothing of it is kept afterwards. */
export type Reader = (resource: string, page: Results['read']) => void;

/** Reads everything of a person page by page and keeps none of it, for persons with very much, or real ones. */
export async function streamAccess(
  process: ConnectorProcess<Connection>,
  subject: Subject,
  onPage: Reader,
): Promise<readonly LocatedThing[]> {
  const located = await locateAll(process, subject);
  const run: Run = { process, subject, onPage };
  for (const { resource, ref } of located) await readAll(run, { kind: 'read', resource, ref, cursor: null });
  const owners = located.filter(({ owner }) => owner !== undefined);
  if (owners.length === 0) return located;
  for (const [resource, { lookup }] of Object.entries(process.site.connector.manifest.resources)) {
    if (lookup === 'scan') await scanAll(run, resource, owners);
  }
  return located;
}

interface Run {
  readonly process: ConnectorProcess<Connection>;
  readonly subject: Subject;
  readonly onPage: Reader;
}

/** Everything that is found from the identifiers. */
export async function locateAll(
  process: ConnectorProcess<Connection>,
  subject: Subject,
): Promise<readonly LocatedThing[]> {
  const things: LocatedThing[] = [];
  const works = [...locateWorks(process.site.connector.manifest, subject)];
  for (let work = works.pop(); work !== undefined; work = works.pop()) {
    const page = await perform(process, subject, work);
    things.push(...page.things);
    works.push(...nextLocate(work, page));
  }
  return distinct(things);
}

/** One pass down to where nothing of the person can be. */
async function scanAll(run: Run, resource: string, owners: readonly LocatedThing[]): Promise<void> {
  const names = new Set(owners.map(({ owner }) => owner));
  const ordered = run.process.site.connector.manifest.resources[resource]?.scanOrder === 'updated_descending';
  const bound = ordered ? (boundOf(owners) ?? -Infinity) : -Infinity;
  let cursor: Results['scan']['next'] = null;
  do {
    const page: Results['scan'] = await perform(run.process, run.subject, { kind: 'scan', resource, cursor });
    for (const { owner, ref } of page.things)
      if (names.has(owner)) await readAll(run, { kind: 'read', resource, ref, cursor: null });
    const last = page.things.at(-1)?.updatedAt ?? Infinity;
    cursor = last < bound ? null : page.next;
  } while (cursor !== null);
}

/** A thing and what hangs on it. */
async function readAll(run: Run, thing: WorkOf<'read'>): Promise<void> {
  const works: AccessWork[] = [thing];
  for (let work = works.pop(); work !== undefined; work = works.pop()) {
    if (work.kind === 'read') works.push(...(await readOne(run, work)));
    else await perform(run.process, run.subject, work);
  }
}

/** The steps that a page leads to; its own next page last, so that it is taken first. */
async function readOne(run: Run, work: WorkOf<'read'>): Promise<readonly AccessWork[]> {
  const page = await perform(run.process, run.subject, work);
  run.onPage(work.resource, page);
  const { resource, ref } = work;
  const binary = run.process.site.connector.manifest.resources[resource]?.binary === true;
  const files = binary ? page.records.filter(({ file }) => file !== undefined) : [];
  const opens = files.map(({ id }): AccessWork => ({ kind: 'open', resource, ref, recordId: id }));
  const children = Object.entries(page.children ?? {}).flatMap(([child, refs]) =>
    refs.map((each): AccessWork => ({ kind: 'read', resource: child, ref: each, cursor: null })),
  );
  const next: readonly AccessWork[] = page.next === null ? [] : [{ ...work, cursor: page.next }];
  return [...opens, ...children, ...next];
}
