import { RunnerError } from '../errors/runner-error.js';

/** What a vendor did to the service, or the service to itself, in the words and with the exit code of the command line. */
export class RemoteFailure extends RunnerError {
  override readonly code: string;
  override readonly exitCode: number;

  constructor(code: string, exitCode: number, message: string) {
    super(message);
    this.code = code;
    this.exitCode = exitCode;
  }
}
