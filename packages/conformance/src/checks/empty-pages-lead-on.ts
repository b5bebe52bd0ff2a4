import { noCursor } from '@privacy-connectors/core';
import { operationOf } from '@privacy-connectors/core/http';
import type { Bench, Check } from '../check.js';
import { answerAgain, jsonOf, recordAnswer } from '../driver/answers.js';
import { leadsOn, type Listing } from '../driver/listing.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import type { Interceptor } from '../driver/taps.js';
import { recordAccess, recordPlanning } from '../driver/recording.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { titleOf } from '../driver/work.js';
import { ensure } from '../failure.js';

const unknown = "the vendor's withoutThings does not know the answers of this listing";

/** Vendors filter after they cut pages: a page with nothing on it is not the last one while there is a next. */
export function emptyPagesLeadOn(bench: Bench): Check {
  return {
    name: 'an empty page with a next one does not end a listing',
    run: () =>
      withSite(bench, async (site) => {
        for (const step of (await recordAccess(site, site.vendor.subject)).filter(leadsOn))
          ensure((await emptiedIn(site, step)) > 0, `${titleOf(step.work)}: ${unknown}`);
        await emptyPlan(bench, site);
      }),
  };
}

/** A plan also goes on where the vendor's listing is at its end, e.g. with the next thing. */
async function emptyPlan({ connector }: Bench, site: Site): Promise<void> {
  const { deletion } = connector.implementation;
  if (deletion === undefined || deletion.planCursor === noCursor) return;
  let emptied = 0;
  for (const step of (await recordPlanning(site)).filter(leadsOn)) emptied += await emptiedIn(site, step);
  ensure(emptied > 0, `plan: ${unknown}`);
}

/** How many answers of the step could be given without things. */
async function emptiedIn(site: Site, step: Listing): Promise<number> {
  const where = titleOf(step.work);
  let emptied = 0;
  const attempt: Interceptor = async (request, next) => {
    const answer = await recordAnswer(await next(request));
    const body = jsonOf(answer);
    const operationId = operationOf(request)?.operationId ?? '';
    const without = body === undefined ? undefined : site.conformanceVendor.withoutThings(operationId, body);
    if (without === undefined) return answerAgain(answer);
    emptied += 1;
    return answerAgain({ ...answer, body: JSON.stringify(without) });
  };
  const process = new ConnectorProcess(site, { attempt });
  const end = await settled(where, perform(process, site.vendor.subject.subject, step.work));
  const ended = end.ok && end.result.next === null;
  ensure(emptied === 0 || !ended, `${where}: an empty page was taken for the last one`);
  return emptied;
}
