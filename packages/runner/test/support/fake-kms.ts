import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A call as AWS's JSON 1.1 protocol sends it; bytes are base64. */
interface Call {
  readonly KeyId?: string;
  readonly Plaintext?: string;
  readonly CiphertextBlob?: string;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
}

type Answer = readonly [status: number, body: object];

/** One symmetric key of AWS KMS over real HTTP; its material can be rotated, and it can fail. */
export class FakeKms {
  readonly arn: string;
  readonly endpoint: string;
  /** Operations in the order of their calls. */
  readonly calls: string[] = [];
  readonly contexts: string[] = [];
  /** What every call is answered with, as long as it is set. */
  failure: Answer | undefined;
  /** Calls that are throttled before one is answered. */
  throttled = 0;
  readonly #materials: Buffer[] = [randomBytes(32)];
  readonly #close: () => Promise<void>;

  private constructor(endpoint: string, id: string, close: () => Promise<void>) {
    this.arn = `arn:aws:kms:eu-central-1:111122223333:key/${id}`;
    this.endpoint = endpoint;
    this.#close = close;
  }

  static async start(id = 'dsr'): Promise<FakeKms> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const kms = new FakeKms(endpoint, id, async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => undefined);
    });
    server.on('request', (request, response) => void kms.#serve(request, response));
    return kms;
  }

  /** As KMS does once a year: new ciphertexts are under new material, old ones stay readable. */
  rotateMaterial(): void {
    this.#materials.push(randomBytes(32));
  }

  close(): Promise<void> {
    return this.#close();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [status, body] = this.#answer(request, (await json(request)) as Call);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(body));
  }

  #answer({ headers }: IncomingMessage, call: Call): Answer {
    const operation = String(headers['x-amz-target']).replace('TrentService.', '');
    this.calls.push(operation);
    if (!/^AWS4-HMAC-SHA256 Credential=/.test(headers.authorization ?? ''))
      return refused('MissingAuthenticationTokenException');
    if (this.failure !== undefined) return this.failure;
    if (this.throttled > 0) {
      this.throttled -= 1;
      return refused('ThrottlingException');
    }
    if (![this.arn, 'alias/dsr'].includes(call.KeyId ?? '')) return refused('NotFoundException');
    if (operation === 'DescribeKey') return [200, { KeyMetadata: this.#metadata() }];
    return operation === 'Encrypt' ? this.#encrypt(call) : this.#decrypt(call);
  }

  #metadata(): object {
    return {
      Arn: this.arn,
      KeyId: this.arn.split('/')[1],
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
    };
  }

  #encrypt({ Plaintext = '', EncryptionContext = {} }: Call): Answer {
    const context = JSON.stringify(EncryptionContext);
    this.contexts.push(context);
    const material = this.#materials.length - 1;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#materials[material] ?? '', nonce).setAAD(
      Buffer.from(context),
    );
    const sealed = Buffer.concat([cipher.update(Buffer.from(Plaintext, 'base64')), cipher.final()]);
    const blob = Buffer.concat([Buffer.of(material), nonce, cipher.getAuthTag(), sealed]);
    return [200, { CiphertextBlob: blob.toString('base64'), KeyId: this.arn }];
  }

  #decrypt({ CiphertextBlob = '', EncryptionContext = {} }: Call): Answer {
    const blob = Buffer.from(CiphertextBlob, 'base64');
    try {
      const decipher = createDecipheriv(
        'aes-256-gcm',
        this.#materials[blob[0] ?? 0] ?? '',
        blob.subarray(1, 13),
      )
        .setAAD(Buffer.from(JSON.stringify(EncryptionContext)))
        .setAuthTag(blob.subarray(13, 29));
      const plain = Buffer.concat([decipher.update(blob.subarray(29)), decipher.final()]);
      return [200, { Plaintext: plain.toString('base64'), KeyId: this.arn }];
    } catch {
      return refused('InvalidCiphertextException');
    }
  }
}

/** How KMS says no; the message names what must not be repeated. */
export function refused(type: string, status = 400): Answer {
  return [status, { __type: type, message: 'User: arn:aws:iam::111122223333:user/canary is not allowed' }];
}
