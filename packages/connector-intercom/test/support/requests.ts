import type {
  AnyContext,
  DataRecord,
  DeletionPlanPage,
  ErasureOutcome,
  Identifier,
  Json,
  LocatedThing,
} from '@privacy-connectors/core';
import { connector } from '../../src/index.js';

const { subject, resources, deletion } = connector.implementation;

const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** What one identifier led to. */
export async function locate(context: AnyContext, identifier: Identifier) {
  const things: LocatedThing[] = [];
  const identifiers: Identifier[] = [];
  for (let cursor: Json | null = null, more = true; more; more = cursor !== null) {
    const page = await subject.locate(context, identifier, cursor);
    things.push(...page.things);
    identifiers.push(...(page.identifiers ?? []));
    cursor = page.next === null ? null : subject.cursor.parse(stored(page.next));
  }
  return { things, identifiers };
}

/** What an access request collected. */
export interface Access {
  readonly records: ReadonlyMap<string, readonly DataRecord[]>;
  readonly skipped: readonly string[];
}

/** A whole access request by e-mail, everything stored and read back between steps. */
export async function access(context: AnyContext, email: string): Promise<Access> {
  const { things } = await locate(context, { kind: 'email', value: email });
  return readAll(context, things);
}

export async function readAll(
  context: AnyContext,
  things: readonly { readonly resource: string; readonly ref: Json }[],
): Promise<Access> {
  const records = new Map<string, DataRecord[]>();
  const skipped: string[] = [];
  const queue = [...things];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { resource, ref } = next;
    const steps = resources[resource]!;
    for (let cursor: Json | null = null, more = true; more; more = cursor !== null) {
      const page = await steps.read(context, steps.ref.parse(stored(ref)), cursor);
      records.set(resource, [...(records.get(resource) ?? []), ...page.records]);
      if (page.skipped !== undefined) skipped.push(page.skipped.why);
      for (const [name, refs] of Object.entries(page.children ?? {}))
        queue.push(...refs.map((child) => ({ resource: name, ref: child })));
      cursor = page.next === null ? null : steps.cursor.parse(stored(page.next));
    }
  }
  return { records, skipped };
}

type Plan = Omit<DeletionPlanPage, 'next'>;

/** All pages of a plan. */
export async function plan(context: AnyContext, things: readonly LocatedThing[]): Promise<Plan> {
  const pages: Plan[] = [];
  const person = { identifiers: [] };
  const options = { includeVendorUsers: false };
  for (let cursor: Json | null = null, more = true; more; more = cursor !== null) {
    const page: DeletionPlanPage = await deletion!.plan(context, person, things, options, cursor);
    pages.push(page);
    cursor = page.next === null ? null : deletion!.planCursor.parse(stored(page.next));
  }
  return {
    operations: pages.flatMap(({ operations }) => operations),
    warnings: pages.flatMap(({ warnings }) => warnings),
    obstacles: pages.flatMap(({ obstacles }) => obstacles),
  };
}

export async function planFor(context: AnyContext, email: string): Promise<Plan> {
  return plan(context, (await locate(context, { kind: 'email', value: email })).things);
}

/** One operation, looked at once more when it says so. */
export async function carryOut(context: AnyContext, operation: Json): Promise<ErasureOutcome<Json>> {
  const outcome = await deletion!.erase(context, deletion!.operation.parse(stored(operation)));
  return outcome.outcome === 'pending' ? deletion!.verify(context, stored(outcome.ticket)) : outcome;
}
