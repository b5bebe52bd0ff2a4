/** Where a key of AWS KMS is. */
export interface KmsPlace {
  /** Its ARN, id or alias. */
  readonly keyId: string;
  readonly region: string;
  /** Another address than the region's own, as of a VPC endpoint. */
  readonly endpoint?: string;
}
