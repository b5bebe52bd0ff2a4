/** A failure a person can mend; the message is one or two sentences that say how, without personal values. */
export abstract class RunnerError extends Error {
  /** The process exit code of the command line, see docs/guides/command-line.md. */
  abstract readonly exitCode: number;
  abstract readonly code: string;

  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message);
    this.name = new.target.name;
    if (options?.cause !== undefined)
      Object.defineProperty(this, 'cause', { value: options.cause, enumerable: false });
  }
}

/** What was asked for is wrong: an unknown name, a malformed value, a step out of order. Nothing was changed. */
export class InputError extends RunnerError {
  override readonly exitCode = 2;
  override readonly code = 'input';
}

/** What was named does not exist. */
export class NotFoundError extends InputError {}

/** What was asked for does not go with the state that things are in. */
export class ConflictError extends InputError {}

/** What was asked for was destroyed, because it had expired. */
export class ExpiredError extends InputError {}

/** An idempotency key that was used for something else. */
export class IdempotencyError extends InputError {}

/** Who asked may not do this. Nothing was changed. */
export class ForbiddenError extends RunnerError {
  override readonly exitCode = 2;
  override readonly code = 'not_allowed';
}

/** The installation is wrong: key file, data folder, configuration. */
export class ConfigurationError extends RunnerError {
  override readonly exitCode = 2;
  override readonly code = 'configuration';
}

/** The database cannot be reached or refuses. */
export class DatabaseError extends RunnerError {
  override readonly exitCode = 6;
  override readonly code = 'database';
}

/** This program used the database as it must not: trying again does not help, only another version of it. */
export class MisuseError extends DatabaseError {}

/** A stored value cannot be decrypted: wrong master key, destroyed data key, or a changed ciphertext. */
export class VaultError extends RunnerError {
  override readonly exitCode = 7;
  override readonly code = 'vault';
}

/** The keeper of the master key cannot be used now, or was not given to this process yet. What is sealed stays as it is. */
export class KeyServiceError extends RunnerError {
  override readonly exitCode = 7;
  override readonly code = 'vault';
}

/** The durable engine stopped for a reason of our own; the request can be carried on. */
export class EngineError extends RunnerError {
  override readonly exitCode = 1;
  override readonly code = 'engine';
}

/** The service that the command line works with cannot be reached, refuses the key, or is none. */
export class ServiceError extends RunnerError {
  override readonly exitCode = 8;
  override readonly code = 'service';
}

/** Evidence does not hold: a signature, a hash or a link of a chain is not what it has to be. */
export class EvidenceError extends RunnerError {
  override readonly exitCode = 9;
  override readonly code = 'evidence';
}
