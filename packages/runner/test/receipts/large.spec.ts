import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tokens } from '../../src/composition/tokens.js';
import { EvidenceError } from '../../src/errors/runner-error.js';
import { receiptType, type Receipt } from '../../src/receipts/receipt.js';
import { verifyReceipts } from '../../src/receipts/verify-receipts.js';
import { TestServices } from '../support/services.js';
import { receiptSample } from './sample.js';

let services: TestServices;

beforeAll(async () => {
  services = await TestServices.start();
});

afterAll(() => services.close());

/** A receipt of 2,000 operations. */
function large(): Receipt {
  const { receipt } = receiptSample('contacts');
  const [task] = receipt.tasks;
  const operations = Array.from({ length: 2000 }, () => task!.operations[0]!);
  const issuedAt = new Date().toISOString();
  const audit = { ...receipt.audit!, checkpoint: null };
  return { ...receipt, issuedAt, audit, tasks: [{ ...task!, operations }] };
}

it('finds a flipped bit anywhere in a large receipt', async () => {
  const signing = services.container.get(tokens.signing);
  const jws = Buffer.from(await signing.sign(Buffer.from(JSON.stringify(large())), receiptType));
  const keys = await signing.keySet();
  const verify = (text: Buffer) => verifyReceipts([{ name: 'a', text: text.toString('latin1') }], keys);
  expect(await verify(jws)).toHaveLength(1);
  await fc.assert(
    fc.asyncProperty(fc.nat(jws.length - 1), fc.nat(7), async (place, bit) => {
      const changed = Buffer.from(jws);
      changed[place]! ^= 1 << bit;
      await expect(verify(changed)).rejects.toThrow(EvidenceError);
    }),
    { numRuns: 100, examples: [[jws.length - 1, 0]] },
  );
});
