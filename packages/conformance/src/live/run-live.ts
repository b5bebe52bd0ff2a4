import { randomUUID } from 'node:crypto';
import type { Connector } from '@privacy-connectors/core';
import { ConnectorError } from '@privacy-connectors/core/errors';
import { DriftCheck } from '../cassettes/drift/drift-check.js';
import type { Recorder } from '../cassettes/recorder.js';
import type { ConnectorProcess } from '../driver/process.js';
import type { Connection } from '../driver/site.js';
import { ConformanceFailure } from '../failure.js';
import { driftFinding } from './live-drift.js';
import { subjectIsErased } from './live-erasure.js';
import { liveProcess, type LiveSettings } from './live-process.js';
import { reportOf, type LiveFinding, type LiveReport } from './live-report.js';
import { connectionIsAlive, manifestIsSound, strangerIsUnknown, subjectIsRead } from './live-statements.js';
import { liveVariables } from './live-variables.js';

/** The environment of a process. @public */
export type LiveEnvironment = Readonly<Record<string, string | undefined>>;

/** What a live run does besides reading. @public */
export interface LiveOptions {
  /** The vendor's OpenAPI 3.1 document, to compare every answer with; nothing is compared without it. */
  readonly openapi?: object;
  /** Records every exchange. The caller writes the cassette. */
  readonly recorder?: Recorder;
  /** Erases everything of the person once it was read, for good. No by default. */
  readonly erase?: boolean;
}

const alive = 'the connection is alive';
const readable = 'the data subject is found and read page by page';
const erasable = 'the data subject is erased as planned';

/**
 * Tries a connector on a real account and changes nothing there, unless it is told to erase. The token is taken from
 * `DSR_LIVE_<CONNECTOR>_TOKEN`, the person to read from `DSR_LIVE_<CONNECTOR>_EMAIL`; what is missing is reported as not
 * run. `settings` are those of the connection, by name. Never rejects for what the connector or the vendor does. @public
 */
export async function runLive(
  connector: Connector,
  environment: LiveEnvironment,
  settings: LiveSettings = {},
  options: LiveOptions = {},
): Promise<LiveReport> {
  const { id } = connector.manifest;
  const variables = liveVariables(connector);
  const accessToken = environment[variables.token] ?? '';
  if (accessToken === '') return reportOf(id, [notRun(alive, variables.token)]);
  const drift = options.openapi === undefined ? undefined : new DriftCheck(options.openapi);
  const { recorder } = options;
  const process = liveProcess(connector, {
    accessToken,
    settings,
    around: (send) => {
      const compared = drift?.around(send) ?? send;
      return recorder?.around(compared) ?? compared;
    },
  });
  recorder?.input('accessToken', accessToken);
  const findings = await findAll(process, environment[variables.email] ?? '', options);
  return reportOf(id, drift === undefined ? findings : [...findings, driftFinding(drift.report())]);
}

async function findAll(
  process: ConnectorProcess<Connection>,
  email: string,
  { recorder, erase }: LiveOptions,
): Promise<readonly LiveFinding[]> {
  const { connector } = process.site;
  // Never the same one, so that nobody can have made it.
  const nobody = `nobody-${randomUUID()}@unknown.invalid`;
  recorder?.input('nobody', nobody);
  const findings = [
    await find(alive, () => connectionIsAlive(process)),
    await find('the manifest is sound', () => manifestIsSound(connector)),
    await find('an unknown data subject is empty', () => strangerIsUnknown(process, nobody)),
  ];
  const { email: variable } = liveVariables(connector);
  if (email === '') return [...findings, notRun(readable, variable)];
  recorder?.input('email', email);
  findings.push(await find(readable, () => subjectIsRead(process, email)));
  if (erase === true) findings.push(await find(erasable, () => subjectIsErased(process, email)));
  return findings;
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
