import type { ConnectorError } from '@privacy-connectors/core/errors';
import type { Bench, Check } from '../check.js';
import type { Finished } from '../driver/finished.js';
import { hostileAnswers } from '../driver/hostile-answers.js';
import { perform } from '../driver/perform.js';
import { ConnectorProcess } from '../driver/process.js';
import { replayEverything } from '../driver/recording.js';
import { settled } from '../driver/settled.js';
import type { Site } from '../driver/site.js';
import { titleOf, type Kind, type Results } from '../driver/work.js';
import { ensure } from '../failure.js';
import type { RunningVendor } from '../vendor.js';

/** Vendors quote the request in their answers; what people read afterwards must not. */
export function errorsAreClean(bench: Bench): Check {
  return {
    name: 'errors, reasons and observations carry no personal data and no secret',
    run: () =>
      replayEverything(bench, async (site, step) => {
        ensureUnspoken(site, spokenOf(step.result), `${titleOf(step.work)}: what it reports`);
        for (const call of step.operations.keys()) await quoteEverything(site, step, call + 1);
      }),
  };
}

async function quoteEverything(site: Site, step: Finished, call: number): Promise<void> {
  const { subject } = site.vendor.subject;
  for (const answer of hostileAnswers(secretsOf(site.vendor))) {
    const process: ConnectorProcess = new ConnectorProcess(site, {
      attempt: (request, next) =>
        process.operations.length === call ? Promise.resolve(answer()) : next(request),
    });
    const where = `${titleOf(step.work)}, a quoting answer to ${step.operations[call - 1] ?? ''}`;
    const end = await settled(where, perform(process, subject, step.work));
    const said = [...process.observations, end.ok ? spokenOf(end.result) : wordsOf(end.error)];
    ensureUnspoken(site, said, `${where}: what it reports`);
  }
}

function ensureUnspoken({ vendor }: Site, said: unknown, what: string): void {
  const text = JSON.stringify(said);
  ensure(
    !secretsOf(vendor).some((secret) => text.includes(secret)),
    `${what} repeats a personal text or a secret`,
  );
}

/** Of credentials, of the data subject, of other people in its threads and of a stranger. */
function secretsOf({ subject, stranger, accessToken, authorization }: RunningVendor): readonly string[] {
  const credentials = [accessToken, ...(authorization ? [authorization.clientSecret] : [])];
  const others = Object.values(subject.thirdParties ?? {}).flat();
  const contacts = others.flatMap(({ identifiers }) => identifiers.map(({ value }) => value));
  const names = others.flatMap((person) => person.names.filter(isFullName));
  return [...new Set([...credentials, ...subject.canaries, ...stranger.canaries, ...contacts, ...names])];
}

/** A single word, such as "Support", may be the connector's own. */
function isFullName(name: string): boolean {
  return name.includes(' ');
}

/** Everything of an error that may be shown or stored. */
function wordsOf(error: ConnectorError): readonly unknown[] {
  return [error.message, error.stack, String(error), error, Object.entries(error)];
}

/** Everything of a result that people read: reasons, titles and warnings, not the data. */
function spokenOf(result: Results[Kind]): readonly unknown[] {
  if (result === null || typeof result === 'string') return [];
  if ('skipped' in result) return [result.skipped];
  if ('operations' in result) {
    return [result.operations.map(({ key, title }) => [key, title]), result.warnings, result.obstacles];
  }
  if (!('outcome' in result)) return [];
  return result.outcome === 'pending' ? [] : [result];
}
