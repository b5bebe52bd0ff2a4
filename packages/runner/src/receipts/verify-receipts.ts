import { createHash } from 'node:crypto';
import { EvidenceError } from '../errors/runner-error.js';
import type { PublicKeySet, PublicSigningKey } from '../signing/json-web-key-set.js';
import { verifySignature } from '../signing/verify-signature.js';
import { assertCovered } from './audit-place.js';
import { readReceipt } from './read-receipt.js';
import { receiptType, type Receipt } from './receipt.js';
import { assertSeenGone } from './seen-gone.js';

/** Milliseconds by which the clocks of a signer and of the keeper of its keys may differ. */
const clockTolerance = 5 * 60_000;

/** A file that is said to hold a receipt. */
export interface ReceiptFile {
  readonly name: string;
  readonly text: string;
}

/** A receipt that holds. */
export interface VerifiedReceipt {
  readonly file: string;
  readonly receipt: Receipt;
  readonly key: PublicSigningKey;
  /** SHA-256 of the signed text, in hexadecimal digits. */
  readonly hash: string;
  /** The file that holds the version it follows; null when it was not given, or it is the first. */
  readonly follows: string | null;
}

/**
 * Checks receipts with nothing but the public keys: the signature over every byte, the format, that the key was in use, that
 * everything called deleted was looked for and seen gone, that the audit log was signed as it is named, and that versions of one receipt follow from each other, one of each number.
 * @throws EvidenceError that names the first file that does not hold, and says why.
 */
export async function verifyReceipts(
  files: readonly ReceiptFile[],
  keys: PublicKeySet,
): Promise<readonly VerifiedReceipt[]> {
  const verified: VerifiedReceipt[] = [];
  for (const file of files) verified.push(await naming(file.name, () => verifyOne(file, keys)));
  return Promise.all(
    verified.map((each) =>
      naming(each.file, () => {
        assertOnly(each, verified);
        return linked(each, verified);
      }),
    ),
  );
}

async function naming<T>(name: string, check: () => T | Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    throw error instanceof EvidenceError ? new EvidenceError(`${name}: ${error.message}`) : error;
  }
}

async function verifyOne({ name, text }: ReceiptFile, keys: PublicKeySet): Promise<VerifiedReceipt> {
  const { payload, key } = await verifySignature(text, keys, receiptType);
  const receipt = readReceipt(payload);
  assertInUse(key, Date.parse(receipt.issuedAt));
  assertSeenGone(receipt);
  await assertCovered(receipt.audit, keys);
  const hash = createHash('sha256').update(text.trimEnd(), 'utf8').digest('hex');
  return { file: name, receipt, key, hash, follows: null };
}

function assertInUse({ iat, exp = Infinity }: PublicSigningKey, issuedAt: number): void {
  const early = issuedAt + clockTolerance < iat * 1000;
  if (early || issuedAt - clockTolerance > exp * 1000)
    throw new EvidenceError('It is dated at a time at which its key was not in use.');
}

/** Two of one number are both signed where a database was restored that knew nothing of the first. */
function assertOnly({ receipt, hash }: VerifiedReceipt, all: readonly VerifiedReceipt[]): void {
  const { request, number } = receipt;
  const other = all.find(
    (one) => one.receipt.request.id === request.id && one.receipt.number === number && one.hash !== hash,
  );
  if (other === undefined) return;
  throw new EvidenceError(
    `It is another receipt with the number ${number} than the one in ${other.file}, so one of them is not to be relied on. Find out from the audit log which was issued, and whether the database was restored in between.`,
  );
}

function linked(each: VerifiedReceipt, all: readonly VerifiedReceipt[]): VerifiedReceipt {
  const { number, previous, request } = each.receipt;
  if ((number === 1) !== (previous === null))
    throw new EvidenceError('Its number and its predecessor do not go together.');
  const before = all.find(
    ({ receipt }) => receipt.request.id === request.id && receipt.number === number - 1,
  );
  if (before === undefined) return each;
  if (before.hash !== previous)
    throw new EvidenceError(`It does not follow from the version in ${before.file}.`);
  return { ...each, follows: before.file };
}
