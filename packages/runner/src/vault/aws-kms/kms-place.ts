/** Master keys at AWS KMS: the current one, and the one that takes its place. */
export interface KmsPlaces {
  readonly current?: KmsPlace;
  readonly next?: KmsPlace;
}

/** Where a key of AWS KMS is. */
export interface KmsPlace {
  /** Its ARN, id or alias. */
  readonly keyId: string;
  readonly region: string;
  /** Another address than the region's own, as of a VPC endpoint. */
  readonly endpoint?: string;
}
