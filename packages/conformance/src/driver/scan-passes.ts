import type { LocatedThing, ResourceSpecification, ScannedThing, ScanPage } from '@privacy-connectors/core';
import { ConformanceFailure } from '../failure.js';

/** Passes after which a listing is taken never to come to rest. */
const mostPasses = 10;

/** Reads the next page of the listing; from the top for null. */
export type NextPage = (cursor: ScanPage['next']) => Promise<ScanPage>;

interface Pass {
  readonly things: readonly ScannedThing[];
  readonly pages: number;
  /** Newest time on the first page; null when it is empty. */
  readonly top: number | null;
}

/** The time before which nothing of these owners was updated; null when that is not known of all. */
export function boundOf(owners: readonly LocatedThing[]): number | null {
  const times = owners.map(({ existsSince }) => existsSince ?? -Infinity);
  const earliest = Math.min(...times);
  return Number.isFinite(earliest) ? earliest : null;
}

/**
 * Reads a listing that others may change meanwhile by the runner's rule: down to the bound, then again from the top down
 * to where the pass before began, until nothing moved. A listing without an order is read twice.
 * @throws ConformanceFailure when it never comes to rest.
 */
export async function scanUntilStill(
  next: NextPage,
  order: ResourceSpecification['scanOrder'],
  bound: number | null,
): Promise<readonly ScannedThing[]> {
  const ordered = order === 'updated_descending';
  const things: ScannedThing[] = [];
  let until = ordered ? bound : null;
  for (let number = 1; number <= mostPasses; number += 1) {
    const pass = await onePass(next, until);
    things.push(...pass.things);
    const still = number > 1 && (!ordered || pass.top === until);
    if (pass.pages === 1 || pass.top === null || still) return things;
    until = ordered ? pass.top : null;
  }
  throw new ConformanceFailure(`the scan found that something had moved ${mostPasses} times in a row`);
}

async function onePass(next: NextPage, until: number | null): Promise<Pass> {
  const first = await next(null);
  const top = first.things.length === 0 ? null : Math.max(...first.things.map(({ updatedAt }) => updatedAt));
  const pages = [first];
  for (let page = first; page.next !== null && !isBelow(page, until); pages.push(page)) {
    page = await next(page.next);
  }
  return { things: pages.flatMap(({ things }) => things), pages: pages.length, top };
}

function isBelow({ things }: ScanPage, until: number | null): boolean {
  const last = things.at(-1);
  return last !== undefined && until !== null && last.updatedAt < until;
}
