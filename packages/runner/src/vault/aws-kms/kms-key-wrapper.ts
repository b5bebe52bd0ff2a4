import { DecryptCommand, DescribeKeyCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { ConfigurationError, VaultError } from '../../errors/runner-error.js';
import type { KeyWrapper } from '../key-wrapper.js';
import { kmsFailure } from './kms-failure.js';
import type { KmsPlace } from './kms-place.js';

/** Tries of one call, those included that KMS throttles; and milliseconds that one may take. */
const patience = { maxAttempts: 4, connectionTimeout: 1_000, requestTimeout: 2_000 } as const;

/**
 * Wraps data keys with a symmetric key that never leaves AWS KMS. What is wrapped is bound to its owner by the encryption
 * context, which also stands in CloudTrail: ids of ours, nothing personal. New material that KMS rotates in is used by itself.
 */
export class KmsKeyWrapper implements KeyWrapper {
  readonly id: string;
  readonly #client: KMSClient;
  readonly #arn: string;

  private constructor(client: KMSClient, arn: string) {
    this.id = `aws-kms:${arn}`;
    this.#client = client;
    this.#arn = arn;
  }

  /** @throws ConfigurationError when KMS knows no such key, or it is not for this. @throws KeyServiceError when KMS does not answer. */
  static async open({ keyId, region, endpoint }: KmsPlace): Promise<KmsKeyWrapper> {
    const client = new KMSClient({
      region,
      maxAttempts: patience.maxAttempts,
      requestHandler: {
        connectionTimeout: patience.connectionTimeout,
        requestTimeout: patience.requestTimeout,
      },
      ...(endpoint === undefined ? {} : { endpoint }),
    });
    const { KeyMetadata: key } = await client
      .send(new DescribeKeyCommand({ KeyId: keyId }))
      .catch(kmsFailure);
    const isFit = key?.KeySpec === 'SYMMETRIC_DEFAULT' && key.KeyUsage === 'ENCRYPT_DECRYPT';
    // An alias may point elsewhere tomorrow; what is wrapped is under the key that it means now.
    if (!isFit || key.Arn === undefined) throw new ConfigurationError(unfit);
    return new KmsKeyWrapper(client, key.Arn);
  }

  async wrap(dataKey: Buffer, context: string): Promise<Buffer> {
    const command = new EncryptCommand({
      KeyId: this.#arn,
      Plaintext: dataKey,
      EncryptionContext: contextOf(context),
    });
    const { CiphertextBlob } = await this.#client.send(command).catch(kmsFailure);
    return bytes(CiphertextBlob);
  }

  async unwrap(wrapped: Buffer, context: string): Promise<Buffer> {
    const command = new DecryptCommand({
      KeyId: this.#arn,
      CiphertextBlob: wrapped,
      EncryptionContext: contextOf(context),
    });
    const { Plaintext } = await this.#client.send(command).catch(kmsFailure);
    return bytes(Plaintext);
  }
}

function contextOf(owner: string): Record<string, string> {
  return { 'privacy-connectors:owner': owner };
}

function bytes(answer: Uint8Array | undefined): Buffer {
  if (answer === undefined) throw new VaultError('AWS KMS answered without the data key that was asked for.');
  return Buffer.from(answer);
}

const unfit =
  'The key at AWS KMS is of another kind: kms in config.json must name a symmetric key for encryption and decryption.';
