import type { NewCredentials } from '../../application/connections.js';
import { InputError } from '../../errors/runner-error.js';
import type { CliIo } from '../io.js';
import { parsePort } from './port.js';
import { readSecret, type SecretSource, waysGiven } from './secret.js';

/** Options of `connection add` that say how it authenticates. */
export interface CredentialOptions {
  readonly tokenEnv?: string;
  readonly tokenFile?: string;
  readonly tokenStdin?: true;
  readonly clientId?: string;
  readonly clientSecretEnv?: string;
  readonly clientSecretFile?: string;
  readonly clientSecretStdin?: true;
  readonly callbackPort?: string;
}

const eitherOr =
  'Give either a token (--token-env, --token-file or --token-stdin) or an OAuth app (--client-id with --client-secret-env, --client-secret-file or --client-secret-stdin)';

/** Credentials of the one kind that was given, with the secret read from where it lies. */
export async function readCredentials(
  options: CredentialOptions,
  io: CliIo,
  onAuthorizationUrl: (url: string) => void,
): Promise<NewCredentials> {
  const token = tokenSource(options);
  const clientSecret = clientSecretSource(options);
  const { clientId } = options;
  const app = clientId !== undefined || waysGiven(clientSecret) > 0 || options.callbackPort !== undefined;
  if (app && waysGiven(token) > 0) throw new InputError(`${eitherOr}, not both.`);
  if (!app) {
    requireOneWay(token, `${eitherOr}.`);
    return { kind: 'static_token', token: await readSecret(token, io) };
  }
  if (clientId === undefined || clientId.trim() === '')
    throw new InputError('Give the client id of the OAuth app too: --client-id ID.');
  const callbackPort = parsePort('--callback-port', options.callbackPort ?? '0');
  requireOneWay(
    clientSecret,
    'Give the secret of the OAuth app too: --client-secret-env NAME (or -file, -stdin).',
  );
  return {
    kind: 'authorization_code',
    clientId,
    clientSecret: await readSecret(clientSecret, io),
    callbackPort,
    onAuthorizationUrl,
  };
}

function requireOneWay(source: SecretSource, messageForNone: string): void {
  const ways = waysGiven(source);
  if (ways === 0) throw new InputError(messageForNone);
  if (ways > 1)
    throw new InputError(
      `Give only one of ${source.option}-env, ${source.option}-file and ${source.option}-stdin.`,
    );
}

function tokenSource({ tokenEnv, tokenFile, tokenStdin }: CredentialOptions): SecretSource {
  return { option: '--token', environmentVariable: tokenEnv, file: tokenFile, stdin: tokenStdin ?? false };
}

function clientSecretSource(options: CredentialOptions): SecretSource {
  return {
    option: '--client-secret',
    environmentVariable: options.clientSecretEnv,
    file: options.clientSecretFile,
    stdin: options.clientSecretStdin ?? false,
  };
}
