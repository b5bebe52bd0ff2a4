import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { newestOf } from '../../audit/kept-checkpoints.js';
import { verifyExport } from '../../audit/verify-export.js';
import type { AuditVerificationView } from '../../application/views/audit-view.js';
import { InputError } from '../../errors/runner-error.js';
import { parseKeySet } from '../../signing/json-web-key-set.js';
import { type CommandContext, withServices } from '../command-context.js';
import { exitCodes } from '../exit-code.js';
import { verificationDetail } from '../views/verification-detail.js';
import { leafCommand, type Report } from './leaf-command.js';

interface VerifyOptions {
  readonly jwks?: string;
  readonly checkpoint?: string;
}

/** `dsr audit verify` */
export function auditVerifyCommand(context: CommandContext, report: Report): Command {
  return leafCommand('verify', 'Check that nobody changed, removed or moved an entry of the audit log.', [
    'dsr audit verify',
    'dsr audit verify --checkpoint checkpoints.jws',
    'dsr audit verify audit.jsonl --jwks keys.json',
  ])
    .argument('[file]', 'an exported log to check instead; needs neither database nor data folder')
    .option('--jwks <file>', 'public keys of the installation that exported the file')
    .option('--checkpoint <file>', 'checkpoints that were kept elsewhere, to compare with the last of them')
    .action(async (file: string | undefined, options: VerifyOptions) => {
      const checkpoint = await readCheckpointFile(options.checkpoint);
      const view = await (file === undefined
        ? verifyHere(context, options, checkpoint)
        : verifyFile(file, options, checkpoint));
      context.output.result(view, (style) => verificationDetail(view, style));
      report(view.holds ? exitCodes.done : exitCodes.evidence);
    });
}

function verifyHere(
  context: CommandContext,
  { jwks }: VerifyOptions,
  checkpoint: string | undefined,
): Promise<AuditVerificationView> {
  if (jwks !== undefined) throw new InputError('--jwks goes with an exported file: name the file too.');
  return withServices(context, ({ audit }) => audit.verify(checkpoint));
}

async function verifyFile(
  file: string,
  { jwks }: VerifyOptions,
  checkpoint: string | undefined,
): Promise<AuditVerificationView> {
  if (jwks === undefined) throw new InputError(noKeys);
  const keys = parseKeySet((await readNamed('--jwks', jwks)).toString('utf8'));
  const content = createReadStream(file);
  try {
    return await verifyExport(content, { keys, ...(checkpoint === undefined ? {} : { checkpoint }) });
  } catch (error) {
    throw isOfFile(error) ? unreadable('The exported file') : error;
  } finally {
    content.destroy();
  }
}

const noKeys =
  'An exported file is checked with the public keys of the installation: add --jwks FILE. dsr receipt keys --out FILE writes them.';

async function readCheckpointFile(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const checkpoint = newestOf((await readNamed('--checkpoint', file)).toString('utf8'));
  if (checkpoint !== undefined && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(checkpoint)) return checkpoint;
  throw new InputError(
    'The file of --checkpoint holds no checkpoint: it takes lines as in audit/checkpoints.jws.',
  );
}

async function readNamed(option: string, file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw unreadable(`The file of ${option}`);
  }
}

function unreadable(what: string): InputError {
  return new InputError(`${what} cannot be read: check the name and its permissions.`);
}

/** An error of the file system. */
function isOfFile(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
