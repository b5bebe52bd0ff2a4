import { buffer } from 'node:stream/consumers';
import type {
  AnyContext,
  AnyResourceSteps,
  DataRecord,
  Json,
  LocatedThing,
  ScannedThing,
} from '@privacy-connectors/core';
import { connector } from '../../src/index.js';
import { byEmail } from './person.js';
import { stored, storedCursor } from './stored.js';

const { subject, resources } = connector.implementation;

/** What an access request collected. */
export interface Walk {
  readonly things: readonly LocatedThing[];
  readonly records: ReadonlyMap<string, readonly DataRecord[]>;
  readonly skipped: readonly string[];
  /** By record id. */
  readonly files: ReadonlyMap<string, Buffer>;
}

function stepsOf(resource: string): AnyResourceSteps {
  const steps = resources[resource];
  if (steps === undefined) throw new RangeError(`There is no resource ${resource}.`);
  return steps;
}

/** All things of the person, the same thing once. */
export async function locate(context: AnyContext, email: string): Promise<LocatedThing[]> {
  const found = new Map<string, LocatedThing>();
  for (let cursor: Json | null = null, more = true; more; more = cursor !== null) {
    const page = await subject.locate(context, byEmail(email), cursor);
    for (const thing of page.things) found.set(JSON.stringify(thing.ref), stored(thing));
    cursor = storedCursor(subject.cursor, page.next);
  }
  return [...found.values()];
}

/** Lists conversations down to `since`, and then once more from the top for those that moved meanwhile. */
export async function scan(context: AnyContext, since: number): Promise<ScannedThing[]> {
  const first = await scanDownTo(context, since);
  const newest = Math.max(...first.map(({ updatedAt }) => updatedAt));
  return [...first, ...(await scanDownTo(context, newest))];
}

async function scanDownTo(context: AnyContext, since: number): Promise<ScannedThing[]> {
  const { scan: step, scanCursor } = stepsOf('conversations');
  const things: ScannedThing[] = [];
  for (let cursor: Json | null = null, more = true; more; more = cursor !== null) {
    const page = await step!(context, cursor);
    things.push(...page.things);
    const below = page.things.some(({ updatedAt }) => updatedAt < since);
    cursor = below ? null : storedCursor(scanCursor!, page.next);
  }
  return things;
}

/** A whole access request. */
export async function access(context: AnyContext, email: string): Promise<Walk> {
  const things = await locate(context, email);
  const owners = new Set(things.map(({ owner }) => owner));
  const listed = await scan(context, Math.min(...things.map(({ existsSince }) => existsSince ?? 0)));
  const own = new Map(
    listed.filter(({ owner }) => owners.has(owner)).map(({ ref }) => [JSON.stringify(ref), ref]),
  );
  const queue = [
    ...things.map(({ resource, ref }) => [resource, ref] as const),
    ...[...own.values()].map((ref) => ['conversations', ref] as const),
  ];
  const walk = {
    things,
    records: new Map<string, DataRecord[]>(),
    skipped: [],
    files: new Map<string, Buffer>(),
  };
  for (let next = queue.shift(); next !== undefined; next = queue.shift())
    queue.push(...(await read(context, next, walk)));
  return walk;
}

type Work = readonly [resource: string, ref: Json];
interface Collected {
  readonly records: Map<string, DataRecord[]>;
  readonly skipped: string[];
  readonly files: Map<string, Buffer>;
}

async function read(context: AnyContext, [resource, ref]: Work, walk: Collected): Promise<Work[]> {
  const steps = stepsOf(resource);
  const parsed = steps.ref.parse(stored(ref));
  const children: Work[] = [];
  for (let cursor: Json | null = null, more = true; more; more = cursor !== null) {
    const page = await steps.read(context, parsed, cursor);
    walk.records.set(resource, [...(walk.records.get(resource) ?? []), ...page.records]);
    if (page.skipped !== undefined) walk.skipped.push(page.skipped.why);
    children.push(
      ...Object.entries(page.children ?? {}).flatMap(([name, refs]) =>
        refs.map((child) => [name, child] as const),
      ),
    );
    for (const { id, file } of page.records)
      if (file !== undefined) await download(context, steps, [id, parsed], walk);
    cursor = storedCursor(steps.cursor, page.next);
  }
  return children;
}

async function download(
  context: AnyContext,
  steps: AnyResourceSteps,
  [id, ref]: readonly [id: string, ref: Json],
  walk: Collected,
): Promise<void> {
  const binary = await steps.open!(context, ref);
  if ('skipped' in binary) walk.skipped.push(binary.skipped.why);
  else walk.files.set(id, await buffer(binary.body));
}
