import { operationOf } from '@privacy-connectors/core/http';
import type { Bench, Check } from '../check.js';
import { answerAgain, recordAnswer, type RecordedAnswer } from '../driver/answers.js';
import { leadsOn, type Listing } from '../driver/listing.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { recordAccess, recordPlanning } from '../driver/recording.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { keyOf } from '../driver/stored.js';
import { titleOf, type WorkOf } from '../driver/work.js';
import { ConformanceFailure, ensure } from '../failure.js';

/** Pages after which an endless listing must have been noticed. */
const patience = 20;

/** Calls of one step after which it is taken to loop by itself. */
const mostCalls = 50;

/** What was answered to each operation, in order. */
type Answers = ReadonlyMap<string, readonly RecordedAnswer[]>;

/**
 * A vendor that answers every page with the first one: the step fails, or its cursor comes again, so that the runner
 * sees the circle. A cursor that counts by itself would hide it.
 */
export function repeatedPagesAreNoticed(bench: Bench): Check {
  return {
    name: 'a listing that leads in circles is noticed',
    run: () =>
      withSite(bench, async (site) => {
        const steps = [...(await recordAccess(site, site.vendor.subject)), ...(await recordPlanning(site))];
        for (const step of steps)
          if (leadsOn(step) && step.work.cursor === null) await goInCircles(site, step);
      }),
  };
}

async function goInCircles(site: Site, { work }: Listing): Promise<void> {
  const answers = await answersOf(site, work);
  const cursors = new Set<string>();
  let { next } = await replay(site, work, answers);
  while (next !== null && !cursors.has(keyOf(next))) {
    cursors.add(keyOf(next));
    ensure(cursors.size <= patience, `${titleOf(work)}: the same page again and again gives new cursors`);
    const end = await settled(titleOf(work), replay(site, { ...work, cursor: next }, answers));
    next = end.ok ? end.result.next : null;
  }
}

async function answersOf(site: Site, work: Listing['work']): Promise<Answers> {
  const answers = new Map<string, readonly RecordedAnswer[]>();
  const process = new ConnectorProcess(site, {
    attempt: async (request, next) => {
      const answer = await recordAnswer(await next(request));
      const operationId = idOf(request);
      answers.set(operationId, [...(answers.get(operationId) ?? []), answer]);
      return answerAgain(answer);
    },
  });
  await perform(process, site.vendor.subject.subject, work);
  return answers;
}

/** Operations that the first page did not call are answered by the vendor itself. */
function replay<K extends 'locate' | 'scan' | 'read' | 'plan'>(
  site: Site,
  work: WorkOf<K>,
  answers: Answers,
) {
  const asked = new Map<string, number>();
  const process: ConnectorProcess = new ConnectorProcess(site, {
    attempt: (request, next) => {
      if (process.attempts > mostCalls)
        throw new ConformanceFailure(`${work.kind}: a step pages by itself and does not end`);
      const operationId = idOf(request);
      const known = answers.get(operationId) ?? [];
      const nth = asked.get(operationId) ?? 0;
      asked.set(operationId, nth + 1);
      const answer = known[nth % known.length];
      return answer === undefined ? next(request) : Promise.resolve(answerAgain(answer));
    },
  });
  return perform(process, site.vendor.subject.subject, work);
}

function idOf(request: Request): string {
  return operationOf(request)?.operationId ?? '';
}
