import { operationOf } from '@privacy-connectors/core/http';
import type { Bench, Check } from '../check.js';
import { answerAgain, jsonOf, recordAnswer } from '../driver/answers.js';
import { leadsOn, type Listing } from '../driver/listing.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import type { Interceptor } from '../driver/taps.js';
import { recordAccess } from '../driver/recording.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { withSite } from '../driver/with-site.js';
import { titleOf } from '../driver/work.js';
import { ensure } from '../failure.js';

/** Vendors filter after they cut pages: a page with nothing on it is not the last one while there is a next. */
export function emptyPagesLeadOn(bench: Bench): Check {
  return {
    name: 'an empty page with a next one does not end a listing',
    run: () =>
      withSite(bench, async (site) => {
        const steps = await recordAccess(site, site.vendor.subject);
        for (const step of steps) if (leadsOn(step)) await readEmptied(site, step);
      }),
  };
}

async function readEmptied(site: Site, step: Listing): Promise<void> {
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
  ensure(emptied > 0, `${where}: the vendor's withoutThings does not know the answers of this listing`);
  ensure(!end.ok || end.result.next !== null, `${where}: an empty page was taken for the last one`);
}
