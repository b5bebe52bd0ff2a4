import { RunnerError } from '../../errors/runner-error.js';
import { exitCodes } from '../exit-code.js';

/** The process was asked to end before the command was done. */
export class InterruptedError extends RunnerError {
  override readonly exitCode = exitCodes.interrupted;
  override readonly code = 'interrupted';

  constructor(message = 'Interrupted before the command was done. Nothing recorded is lost.') {
    super(message);
  }

  static ofRequest(id: string): InterruptedError {
    return new InterruptedError(`Nothing is lost: dsr request wait ${id} carries on.`);
  }
}
