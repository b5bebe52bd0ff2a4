import type { ErasureOutcome, Json } from '@privacy-connectors/core';
import { newDeletion, saysGone, type DeletionState, type OperationState } from '../driver/deletion-state.js';
import { perform } from '../driver/perform.js';
import { afterLocated, afterPlanned, planningWork } from '../driver/planning.js';
import type { ConnectorProcess } from '../driver/process.js';
import type { Connection } from '../driver/site.js';
import { stageOf, stagesOf } from '../driver/stages.js';
import { ensure } from '../failure.js';
import { knownBy } from './live-statements.js';

/** How long, in milliseconds, and how often it is waited for a vendor to confirm; who is slower is left pending. */
const longestWait = 60_000;
const mostLooks = 5;

type Process = ConnectorProcess<Connection>;
type Outcome = ErasureOutcome<Json>;
type Word = Outcome['outcome'];

/**
 * Erases everything of a person as planned, stage by stage. Tells how many operations ended how, and whether the vendor has
 * confirmed them. @throws ConformanceFailure when there is nothing to erase or an operation ends otherwise.
 */
export async function subjectIsErased(process: Process, email: string): Promise<string> {
  const { plan, operations } = await planned(process, email);
  ensure(plan.obstacles.length === 0, `the plan has ${plan.obstacles.length} obstacles`);
  ensure(operations.length > 0, 'there is nothing to erase');
  const words: Word[] = [];
  for (const stage of stagesOf(operations)) {
    if (!words.every(saysGone)) break;
    words.push(
      ...(await eraseStage(
        process,
        email,
        operations.filter((each) => stageOf(each) === stage),
      )),
    );
  }
  const told = summary(words, operations.length - words.length);
  ensure(
    words.every((word) => saysGone(word) || word === 'pending'),
    told,
  );
  return told;
}

async function planned(process: Process, email: string): Promise<DeletionState> {
  const subject = knownBy(email);
  let state = newDeletion(process.site.connector.manifest, subject);
  for (let work = planningWork(state); work !== undefined; work = planningWork(state)) {
    state =
      work.kind === 'locate'
        ? afterLocated(state, work, await perform(process, subject, work))
        : afterPlanned(state, work, await perform(process, subject, work));
  }
  return state;
}

/** All calls before the first look: what one of them erases may belong to what another one looks for. */
async function eraseStage(
  process: Process,
  email: string,
  operations: readonly OperationState[],
): Promise<readonly Word[]> {
  const sent: { readonly operation: Json; readonly outcome: Outcome }[] = [];
  for (const { planned: plan } of operations) {
    const { operation } = plan;
    sent.push({ operation, outcome: await perform(process, knownBy(email), { kind: 'erase', operation }) });
  }
  const words: Word[] = [];
  for (const { operation, outcome } of sent) words.push(await settled(process, email, operation, outcome));
  return words;
}

/** What becomes of an operation when the vendor is asked again for as long as it is expected to finish soon. */
async function settled(process: Process, email: string, operation: Json, first: Outcome): Promise<Word> {
  const { clock } = process.site;
  let outcome = first;
  for (let looks = 0; outcome.outcome === 'pending' && looks < mostLooks; looks += 1) {
    const wait = outcome.checkAfter - clock.now();
    if (wait > longestWait) break;
    await clock.sleep(Math.max(0, wait), process.context.signal);
    outcome = await perform(process, knownBy(email), { kind: 'verify', operation, ticket: outcome.ticket });
  }
  return outcome.outcome;
}

function summary(words: readonly Word[], unsent: number): string {
  const counts = [...new Set(words)].map((word) => `${words.filter((each) => each === word).length} ${word}`);
  const rest = unsent === 0 ? [] : [`${unsent} not sent, because they follow what is not confirmed yet`];
  return `operations: ${[...counts, ...rest].join(', ')}`;
}
