import type { Bench, Check } from '../check.js';
import { answerAgain, recordAnswer, type RecordedAnswer } from '../driver/answers.js';
import { leadsOn, type Listing } from '../driver/listing.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { recordAccess } from '../driver/recording.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { keyOf } from '../driver/stored.js';
import { titleOf, type WorkOf } from '../driver/work.js';
import { ConformanceFailure, ensure } from '../failure.js';

/** Pages after which an endless listing must have been noticed. */
const patience = 5;

/** Calls of one step after which it is taken to loop by itself. */
const mostCalls = 50;

/**
 * A vendor that answers every page with the first one: the step fails, or its cursor comes again, so that the runner
 * sees the circle. A cursor that counts by itself would hide it.
 */
export function repeatedPagesAreNoticed(bench: Bench): Check {
  return {
    name: 'a listing that leads in circles is noticed',
    run: () =>
      withSite(bench, async (site) => {
        const steps = await recordAccess(site, site.vendor.subject);
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

async function answersOf(site: Site, work: Listing['work']): Promise<readonly RecordedAnswer[]> {
  const answers: RecordedAnswer[] = [];
  const process = new ConnectorProcess(site, {
    attempt: async (request, next) => {
      const answer = await recordAnswer(await next(request));
      answers.push(answer);
      return answerAgain(answer);
    },
  });
  await perform(process, site.vendor.subject.subject, work);
  return answers;
}

function replay<K extends 'locate' | 'scan' | 'read'>(
  site: Site,
  work: WorkOf<K>,
  answers: readonly RecordedAnswer[],
) {
  const process: ConnectorProcess = new ConnectorProcess(site, {
    attempt: () => {
      const answer = answers[(process.attempts - 1) % answers.length];
      if (answer === undefined || process.attempts > mostCalls) {
        throw new ConformanceFailure(`${work.kind}: a step pages by itself and does not end`);
      }
      return Promise.resolve(answerAgain(answer));
    },
  });
  return perform(process, site.vendor.subject.subject, work);
}
