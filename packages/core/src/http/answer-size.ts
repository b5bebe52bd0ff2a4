import { VendorContractError } from '../errors/index.js';
import { placeOf } from './vendor-request-id.js';

/** @throws VendorContractError when the answer says beforehand that it is larger than `maxBytes`. */
export async function refuseDeclaredSize(
  answer: Response,
  maxBytes: number,
  operationId?: string,
): Promise<void> {
  if (Number(answer.headers.get('content-length')) <= maxBytes) return;
  await answer.body?.cancel();
  throw tooLarge(answer, maxBytes, operationId);
}

/** The refusal of an answer that is larger than `maxBytes`. */
export function tooLarge(answer: Response, maxBytes: number, operationId?: string): VendorContractError {
  return new VendorContractError(
    `The vendor's answer is larger than ${String(maxBytes)} bytes.`,
    placeOf(operationId, answer),
  );
}
