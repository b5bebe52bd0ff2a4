import type { Json, LocatedPage, Manifest, ReadPage, ScanPage } from '@privacy-connectors/core';
import type { AccessState } from './access-state.js';
import { distinct, nextLocate } from './locating.js';
import { enqueue } from './queue.js';
import { keyOf, stored } from './stored.js';
import type { AccessKind, AccessWork, Results, WorkOf } from './work.js';

type Appliers = {
  readonly [K in AccessKind]: (
    state: AccessState,
    work: WorkOf<K>,
    result: Results[K],
    manifest: Manifest,
  ) => AccessState;
};

const appliers: Appliers = {
  locate: afterLocate,
  scan: (state, work, page) => afterScan(state, work, page),
  read: (state, work, page, manifest) =>
    page.skipped === undefined
      ? afterRead(state, work, page, manifest)
      : afterSkip(state, work, page, page.skipped.why, manifest),
  open: (state, { resource, recordId }, digest) =>
    digest === null
      ? withSkipped(state, resource, 'the vendor does not have the file')
      : { ...state, files: { ...state.files, [`${resource}/${recordId}`]: digest } },
};

/** The state after the first step of the queue gave that result. */
export function applyAccess<K extends AccessKind>(
  state: AccessState,
  work: WorkOf<K>,
  result: Results[K],
  manifest: Manifest,
): AccessState {
  const done = { ...state, queue: state.queue.slice(1) };
  const apply: Appliers[K] = appliers[work.kind];
  return stored(apply(done, work, stored(result), manifest));
}

/** Scans begin once everything is located, because they look for what belongs to all of it. */
function afterLocate(
  state: AccessState,
  work: WorkOf<'locate'>,
  page: LocatedPage,
  manifest: Manifest,
): AccessState {
  const things = distinct([...state.things, ...page.things]);
  const identifiers = [...state.identifiers, ...(page.identifiers ?? [])];
  const reads = page.things.map(({ resource, ref }) => readOf(resource, ref));
  const known = enqueue({ ...state, things, identifiers }, [...nextLocate(work, page), ...reads]);
  if (known.queue.some(({ kind }) => kind === 'locate')) return known;
  const owned = things.some(({ owner }) => owner !== undefined);
  const scanned = Object.entries(manifest.resources).filter(([, { lookup }]) => owned && lookup === 'scan');
  return enqueue(
    known,
    scanned.map(([resource]) => ({ kind: 'scan', resource, cursor: null })),
  );
}

function afterScan(state: AccessState, { resource }: WorkOf<'scan'>, page: ScanPage): AccessState {
  const owners = new Set(state.things.map(({ owner }) => owner));
  const reads = page.things.filter(({ owner }) => owners.has(owner)).map(({ ref }) => readOf(resource, ref));
  return enqueue(state, [...nextPage({ kind: 'scan', resource, cursor: page.next }), ...reads]);
}

function afterRead(
  state: AccessState,
  work: WorkOf<'read'>,
  page: ReadPage,
  manifest: Manifest,
): AccessState {
  const { resource, ref } = work;
  const from = thingKey(work);
  const kept = page.records.map(
    (record) => [`${resource}/${record.id}`, { resource, from, record }] as const,
  );
  const children = Object.entries(page.children ?? {}).flatMap(([name, refs]) =>
    refs.map((child) => readOf(name, child)),
  );
  const opens = page.records
    .filter(({ file }) => file !== undefined && manifest.resources[resource]?.binary === true)
    .map(({ id }) => ({ kind: 'open', resource, ref, recordId: id }) satisfies AccessWork);
  const records = { ...state.records, ...Object.fromEntries(kept) };
  return enqueue({ ...state, records }, [...nextPage({ ...work, cursor: page.next }), ...children, ...opens]);
}

/** Nothing of a skipped thing is exported, not even pages that were read before; records beside the word are, though. */
function afterSkip(
  state: AccessState,
  work: WorkOf<'read'>,
  page: ReadPage,
  why: string,
  manifest: Manifest,
): AccessState {
  const said = withSkipped(state, work.resource, why);
  if (page.records.length > 0) return afterRead(said, work, page, manifest);
  const kept = Object.entries(said.records).filter(([, { from }]) => from !== thingKey(work));
  return { ...said, records: Object.fromEntries(kept) };
}

function withSkipped(state: AccessState, resource: string, why: string): AccessState {
  return { ...state, skipped: [...state.skipped, { resource, why }] };
}

function readOf(resource: string, ref: Json): AccessWork {
  return { kind: 'read', resource, ref, cursor: null };
}

function thingKey({ resource, ref }: WorkOf<'read'>): string {
  return keyOf([resource, ref]);
}

function nextPage(work: WorkOf<'scan'> | WorkOf<'read'>): readonly AccessWork[] {
  return work.cursor === null ? [] : [work];
}
