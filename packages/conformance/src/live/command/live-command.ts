import { randomBytes } from 'node:crypto';
import { writeCassette } from '../../cassettes/cassette-file.js';
import { Recorder } from '../../cassettes/recorder.js';
import { printLiveReport, type LiveReport } from '../live-report.js';
import { liveVariables } from '../live-variables.js';
import { runLive, type LiveEnvironment } from '../run-live.js';
import { confirmErasure } from './confirmation.js';
import { loadConnectorPackage, type ConnectorPackage } from './connector-package.js';
import { settingValues } from './setting-values.js';
import { UsageError } from './usage-error.js';

/** Options of `dsr-conformance live`, as commander gives them. */
export interface LiveCommandOptions {
  readonly email?: string;
  readonly set?: readonly string[];
  readonly record?: string;
  readonly write?: boolean;
  readonly yes?: boolean;
}

/** What the command sees of its process. */
export interface CommandProcess {
  readonly env: LiveEnvironment;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Exit codes by what became of the run. */
const exitCodes: Readonly<Record<LiveReport['outcome'], number>> = { kept: 0, broken: 1, 'not run': 2 };

/** Runs a connector on a real account and prints the report; answers the exit code. @throws UsageError */
export async function liveCommand(
  packageName: string,
  options: LiveCommandOptions,
  { env, stdin, stdout, stderr }: CommandProcess,
): Promise<number> {
  const loaded = await loadConnectorPackage(packageName);
  const { connector, openapi } = loaded;
  const settings = settingValues(connector.manifest, options.set ?? []);
  const variables = liveVariables(connector);
  const email = options.email ?? env[variables.email] ?? '';
  if (options.write === true) await allowErasure(email, options, { stdin, stderr });
  const recorder = options.record === undefined ? undefined : recorderFor(loaded, env['DSR_CASSETTE_KEY']);
  const report = await runLive(connector, { ...env, [variables.email]: email }, settings, {
    openapi,
    erase: options.write === true,
    ...(recorder === undefined ? {} : { recorder }),
  });
  stdout.write(printLiveReport(report));
  if (recorder !== undefined && options.record !== undefined) {
    await writeCassette(options.record, recorder.cassette(), recorder.known);
    stdout.write(`  ${recorder.cassette().exchanges.length} exchanges were recorded\n`);
  }
  return exitCodes[report.outcome];
}

async function allowErasure(
  email: string,
  { yes }: LiveCommandOptions,
  { stdin, stderr }: Pick<CommandProcess, 'stdin' | 'stderr'>,
): Promise<void> {
  if (email === '') throw new UsageError('--write erases one person: name them with --email.');
  if (yes !== true) await confirmErasure(email, stdin, stderr);
}

/** Without a key of one's own, pseudonyms are new with every recording. */
function recorderFor({ connector, openapi }: ConnectorPackage, key?: string): Recorder {
  if (key !== undefined && Buffer.byteLength(key) < 16)
    throw new UsageError('DSR_CASSETTE_KEY is too short: give it at least 16 bytes.');
  return new Recorder({
    connector: connector.manifest.id,
    scenario: 'live run',
    openapi,
    key: key ?? randomBytes(32).toString('hex'),
  });
}
