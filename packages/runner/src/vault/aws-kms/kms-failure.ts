import {
  DisabledException,
  IncorrectKeyException,
  InvalidCiphertextException,
  InvalidKeyUsageException,
  KMSInvalidStateException,
  NotFoundException,
} from '@aws-sdk/client-kms';
import { ConfigurationError, KeyServiceError, VaultError } from '../../errors/runner-error.js';

/**
 * What a failure of KMS means here, without its text, which names accounts and roles.
 * @throws VaultError for what cannot be decrypted, ConfigurationError for what is set wrong, KeyServiceError for the rest.
 */
export function kmsFailure(error: unknown): never {
  if (error instanceof InvalidCiphertextException || error instanceof IncorrectKeyException)
    throw new VaultError(unreadable);
  if (error instanceof NotFoundException || error instanceof InvalidKeyUsageException)
    throw new ConfigurationError(unknownKey);
  if (error instanceof DisabledException || error instanceof KMSInvalidStateException)
    throw new KeyServiceError(disabled);
  throw new KeyServiceError(isRefusal(error) ? refused : away);
}

/** Names that KMS and the SDK give to missing, wrong or insufficient credentials; they are no classes of their own. */
const refusals = [
  'AccessDeniedException',
  'CredentialsProviderError',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'UnrecognizedClientException',
];

function isRefusal(error: unknown): boolean {
  return error instanceof Error && refusals.includes(error.name);
}

const unreadable =
  'AWS KMS cannot decrypt a data key: it was changed or moved, or wrapped by another key. Restore the database from a backup that fits the key.';
const unknownKey =
  'AWS KMS has no such key for encryption and decryption in this region: correct kms in config.json.';
const disabled =
  'The master key at AWS KMS is disabled or waits for its deletion: enable it, or cancel the deletion. Nothing is lost meanwhile.';
const refused =
  'AWS KMS refuses the credentials: they need kms:DescribeKey, kms:Encrypt and kms:Decrypt for the key.';
const away = 'AWS KMS does not answer: check the network and the region. Nothing is lost meanwhile.';
