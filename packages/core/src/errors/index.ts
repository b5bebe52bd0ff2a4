export { AuthError, InvalidGrantError, MissingScopeError } from './authentication.js';
export {
  ConnectorError,
  type Disposition,
  type ErrorDescription,
  type ErrorPlace,
} from './connector-error.js';
export {
  AmbiguousSubjectError,
  ConfigError,
  EgressError,
  StoredValueError,
  UnsupportedError,
  VendorContractError,
  VendorNotFoundError,
  VendorRejectedError,
} from './final.js';
export { CancelledError, ThrottledError, TransientError } from './waiting.js';
