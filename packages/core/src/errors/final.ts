import { ConnectorError, type ErrorPlace } from './connector-error.js';

/** The vendor's answer does not fit its description; acting on it would be a guess. @public */
export class VendorContractError extends ConnectorError {
  override readonly code = 'vendor_contract';
  override readonly disposition = 'stop';
}

/** The vendor refuses the call itself (a 4xx that is not about credentials, limits or a missing thing). @public */
export class VendorRejectedError extends ConnectorError {
  override readonly code = 'vendor_rejected';
  override readonly disposition = 'stop';
}

/** The vendor says the thing does not exist (404 or 410). Only a step may turn this into `not_found`. @public */
export class VendorNotFoundError extends ConnectorError {
  override readonly code = 'vendor_not_found';
  override readonly disposition = 'stop';
}

/** A request was about to leave for a place the connector never declared, or was sent elsewhere by a redirect. @public */
export class EgressError extends ConnectorError {
  override readonly code = 'egress_refused';
  override readonly disposition = 'stop';
}

/** Identifiers lead to different people; a person has to decide. @public */
export class AmbiguousSubjectError extends ConnectorError {
  override readonly code = 'ambiguous_subject';
  override readonly disposition = 'stop';
}

/** The vendor offers no way to do this. @public */
export class UnsupportedError extends ConnectorError {
  override readonly code = 'unsupported';
  override readonly disposition = 'stop';
}

/** The configuration is wrong; the message names each problem. @public */
export class ConfigError extends ConnectorError {
  override readonly code = 'configuration';
  override readonly disposition = 'stop';
}

/** A stored ref, cursor or ticket is not one this version understands. @public */
export class StoredValueError extends ConnectorError {
  override readonly code = 'stored_value';
  override readonly disposition = 'stop';

  constructor(name: string, place: ErrorPlace = {}) {
    super(
      `A stored ${name} was written by another version of the connector. Start the request again with this version.`,
      place,
    );
  }
}
