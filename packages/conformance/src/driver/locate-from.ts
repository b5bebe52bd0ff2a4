import type { Identifier, LocatedThing, Subject } from '@privacy-connectors/core';
import { distinct, nextLocate } from './locating.js';
import { perform } from './perform.js';
import type { ConnectorProcess } from './process.js';
import type { Connection } from './site.js';
import type { WorkOf } from './work.js';

/** What one identifier leads to. */
export interface Located {
  readonly things: readonly LocatedThing[];
  /** As the steps handed them on, with repetitions. */
  readonly identifiers: readonly Identifier[];
}

/** Locates from one identifier, from this page to the last. */
export async function locateFrom(
  process: ConnectorProcess<Connection>,
  subject: Subject,
  first: WorkOf<'locate'>,
): Promise<Located> {
  const things: LocatedThing[] = [];
  const identifiers: Identifier[] = [];
  for (let work: WorkOf<'locate'> | undefined = first; work !== undefined;) {
    const page = await perform(process, subject, work);
    things.push(...page.things);
    identifiers.push(...(page.identifiers ?? []));
    [work] = nextLocate(work, page);
  }
  return { things: distinct(things), identifiers };
}
