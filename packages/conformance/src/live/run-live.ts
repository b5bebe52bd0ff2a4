import type { Connector } from '@privacy-connectors/core';
import { ConnectorError } from '@privacy-connectors/core/errors';
import { ConformanceFailure } from '../failure.js';
import { liveProcess, type LiveSettings } from './live-process.js';
import { reportOf, type LiveFinding, type LiveReport } from './live-report.js';
import { connectionIsAlive, manifestIsSound, strangerIsUnknown, subjectIsRead } from './live-statements.js';
import { liveVariables } from './live-variables.js';

/** The environment of a process. @public */
export type LiveEnvironment = Readonly<Record<string, string | undefined>>;

const alive = 'the connection is alive';
const readable = 'the data subject is found and read page by page';

/**
 * Tries a connector on a real account and changes nothing there: no step of a deletion is called. The token is taken from
 * `DSR_LIVE_<CONNECTOR>_TOKEN`, the person to read from `DSR_LIVE_<CONNECTOR>_EMAIL`; what is missing is reported as not
 * run. `settings` are those of the connection, by name. Never rejects for what the connector or the vendor does. @public
 */
export async function runLive(
  connector: Connector,
  environment: LiveEnvironment,
  settings: LiveSettings = {},
): Promise<LiveReport> {
  const { id } = connector.manifest;
  const variables = liveVariables(connector);
  const token = environment[variables.token] ?? '';
  if (token === '') return reportOf(id, [notRun(alive, variables.token)]);
  const process = liveProcess(connector, token, settings);
  const email = environment[variables.email] ?? '';
  return reportOf(id, [
    await find(alive, () => connectionIsAlive(process)),
    await find('the manifest is sound', () => manifestIsSound(connector)),
    await find('an unknown data subject is empty', () => strangerIsUnknown(process)),
    email === ''
      ? notRun(readable, variables.email)
      : await find(readable, () => subjectIsRead(process, email)),
  ]);
}

function notRun(statement: string, variable: string): LiveFinding {
  return { statement, outcome: 'not run', detail: `set ${variable} to run it` };
}

async function find(statement: string, examine: () => Promise<string>): Promise<LiveFinding> {
  try {
    return { statement, outcome: 'kept', detail: await examine() };
  } catch (error) {
    return { statement, outcome: 'broken', detail: reasonOf(error) };
  }
}

/** The messages of other errors may quote what they failed over. */
function reasonOf(error: unknown): string {
  if (ConnectorError.is(error) || error instanceof ConformanceFailure) return error.message;
  return error instanceof Error ? `failed with ${error.name}` : 'failed';
}
