/** Encrypts data keys under a master key that never leaves its keeper: this process, or a key management service. */
export interface KeyWrapper {
  /** Names the master key (not its value) in the rows it wrapped. */
  readonly id: string;
  /**
   * `context` names the owner of the data key; unwrapping needs the same one.
   * @throws KeyServiceError when the keeper cannot be used now.
   */
  wrap(dataKey: Buffer, context: string): Promise<Buffer>;
  /**
   * @throws VaultError when the key was wrapped by another master key, for another context, or changed.
   * @throws KeyServiceError when the keeper cannot be used now.
   */
  unwrap(wrapped: Buffer, context: string): Promise<Buffer>;
}
