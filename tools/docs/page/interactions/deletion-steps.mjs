import { steps } from '../../markdown/list.mjs';
import { locatedTitles } from '../../words/located-titles.mjs';
import { consumed } from './consumed.mjs';

/** A deletion request, in the order that the runner keeps for every connector. */
export function deletionSteps(manifest) {
  const { granularity, mode } = manifest.capabilities.deletion;
  return steps([
    `**Locate.** Find ${locatedTitles(manifest)} by ${consumed(manifest)}, as for access.`,
    '**Plan.** List what would be erased, how many, and what else is hit. Nothing is changed.',
    '**Approve.** A person approves that plan. If the data has changed since, the request stops with the new plan.',
    `**Erase.** ${erasing[granularity]} ${stages} A call whose answer was lost is repeated only if a look at the vendor finds everything still there.`,
    `**Verify.** ${verifying[mode]}`,
  ]);
}

const erasing = {
  whole_record: 'Each call erases everything about the person at once.',
  per_record: 'Each call erases one thing.',
};

const stages =
  'If the plan has stages, the calls of one are made once all calls of those before it ended well; otherwise they are not made and end as `blocked`.';

const verifying = {
  asynchronous:
    'The vendor accepts the deletion and finishes it later: the outcome is `pending`. The vendor is looked at again until nothing is left (`deleted`) or the time for it is over (`unverified`).',
  synchronous: 'The vendor erases before it answers: its answer, or a look right after it, is the outcome.',
};
