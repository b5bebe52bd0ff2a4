/** Encrypts data keys under a master key that never leaves its keeper. Implemented by the local master key, later by a KMS. */
export interface KeyWrapper {
  /** Names the master key (not its value) in the rows it wrapped. */
  readonly id: string;
  /** `context` names the owner of the data key; unwrapping needs the same one. */
  wrap(dataKey: Buffer, context: string): Promise<Buffer>;
  /** @throws VaultError when the key was wrapped by another master key, for another context, or changed. */
  unwrap(wrapped: Buffer, context: string): Promise<Buffer>;
}
