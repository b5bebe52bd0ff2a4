/** Why a webhook was not delivered: a word, and nothing that a receiver said. */
export type DeliveryProblem =
  'insecure_url' | 'private_address' | 'unknown_host' | 'unreachable' | 'timeout' | `status_${number}`;

/** A webhook did not reach its receiver, or the receiver did not accept it. */
export class DeliveryError extends Error {
  readonly problem: DeliveryProblem;

  constructor(problem: DeliveryProblem) {
    super(`The webhook was not delivered: ${problem}.`);
    this.name = 'DeliveryError';
    this.problem = problem;
  }
}
