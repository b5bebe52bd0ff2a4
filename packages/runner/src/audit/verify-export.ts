import type { AuditVerificationView } from '../application/views/audit-view.js';
import { EvidenceError, InputError } from '../errors/runner-error.js';
import type { PublicKeySet } from '../signing/json-web-key-set.js';
import { ChainInspector, type KnownEntry } from './chain-inspector.js';
import { ProblemList } from './problem-list.js';
import { readCheckpoint } from './checkpoint.js';
import { readLine } from './export-lines.js';
import { fitsHash } from './recorded-entry.js';
import { verificationView } from './verification-view.js';

/** Longer than any line that was exported. */
const longestLine = 1024 * 1024;

/** What an exported log is checked with: no installation, no database. */
export interface ExportEvidence {
  readonly keys: PublicKeySet;
  /** A checkpoint that was kept elsewhere; compact JWS. */
  readonly checkpoint?: string;
}

/**
 * Follows an exported part of the log, a line in memory at a time. Its last line has to be a checkpoint of its last entry.
 * @throws InputError when there is nothing in it; EvidenceError when the given checkpoint does not hold.
 */
export async function verifyExport(
  bytes: AsyncIterable<Uint8Array>,
  { keys, checkpoint }: ExportEvidence,
): Promise<AuditVerificationView> {
  const list = new ProblemList();
  const known = checkpoint === undefined ? [] : [await readCheckpoint(checkpoint, keys)];
  const inspector = new ChainInspector(known, null, list.add);
  let last: KnownEntry | undefined;
  let end: string | undefined;
  let number = 0;
  for await (const text of linesOf(bytes)) {
    number += 1;
    const line = readLine(text);
    if (end !== undefined || 'unreadable' in line) {
      inspector.takeUnreadable(`Line ${number} is not as it was exported.`);
      continue;
    }
    if ('checkpoint' in line) end = line.checkpoint;
    else inspector.take((last = line.entry), fitsHash(line.entry));
  }
  if (number === 0) throw new InputError('The file holds no audit log: it is empty.');
  inspector.end();
  const { seen } = inspector;
  await judgeEnd(end, last, keys, list);
  return verificationView({ ...seen, compared: seen.compared + 1, ...list.told }, null);
}

async function judgeEnd(
  jws: string | undefined,
  last: KnownEntry | undefined,
  keys: PublicKeySet,
  list: ProblemList,
): Promise<void> {
  const place = last?.seq ?? 0;
  if (jws === undefined) {
    const message =
      'The file does not end with a checkpoint of its last entry: its end was cut off or changed.';
    list.add({ kind: 'truncated', seq: place + 1, through: place + 1, message });
    return;
  }
  try {
    const { seq, hash } = await readCheckpoint(jws, keys);
    if (seq === place && last?.hash.equals(hash) === true) return;
    const message = `The checkpoint at the end is of entry ${seq} as it was signed, and the last entry here is another one.`;
    list.add({ kind: 'rewritten', seq, through: seq, message });
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    const message = `The checkpoint at the end does not hold. ${error.message}`;
    list.add({ kind: 'unsigned', seq: place, through: place, message });
  }
}

/** The lines, without their line breaks; what stands after the last one is a line too. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      yield rest.subarray(0, end).toString('utf8');
      rest = rest.subarray(end + 1);
    }
    if (rest.length > longestLine)
      throw new InputError('The file holds no audit log: its lines are too long.');
  }
  if (rest.length > 0) yield `${rest.toString('utf8')}\n`;
}
