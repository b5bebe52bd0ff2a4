import type { KeyWrapper } from '../key-wrapper.js';
import { ConfigurationError } from '../../errors/runner-error.js';
import type { KmsPlace } from './kms-place.js';

/**
 * A key of AWS KMS as the master key. The SDK is an optional package, loaded here only.
 * @throws ConfigurationError when the package is not installed, or the key cannot be used for this.
 * @throws KeyServiceError when KMS does not answer.
 */
export async function openKmsKey(place: KmsPlace): Promise<KeyWrapper> {
  const { KmsKeyWrapper } = await import('./kms-key-wrapper.js').catch(notInstalled);
  return KmsKeyWrapper.open(place);
}

function notInstalled(error: unknown): never {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  throw isMissing ? new ConfigurationError(missing) : error;
}

const missing =
  'The master key is at AWS KMS, but its package is not there: run `npm install @aws-sdk/client-kms` beside the runner.';
