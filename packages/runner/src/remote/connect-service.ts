import { createServiceClient, ServiceOptionsError, type ServiceClient } from '@privacy-connectors/client';
import type { Environment } from '../config/resolve-home.js';
import { SecretReader } from '../config/secret-reader.js';
import { ConfigurationError } from '../errors/runner-error.js';

/** A client of the service at `DSR_URL`, with the key of `DSR_API_KEY` or `DSR_API_KEY_FILE`. Nothing is sent yet. */
export function connectService(environment: Environment): ServiceClient {
  const secrets = new SecretReader(environment);
  const key = secrets.given('DSR_API_KEY');
  if (key === undefined && secrets.problems.length === 0) secrets.refuse(noKey);
  if (key === undefined || secrets.problems.length > 0) {
    throw new ConfigurationError(`The configuration is wrong:\n- ${secrets.problems.join('\n- ')}`);
  }
  try {
    const allowPlainHttp = environment['DSR_ALLOW_PLAIN_HTTP'] === '1';
    return createServiceClient({ url: environment['DSR_URL'] ?? '', key: key.trim(), allowPlainHttp });
  } catch (error) {
    if (error instanceof ServiceOptionsError) throw new ConfigurationError(explained(error));
    throw error;
  }
}

const noKey = 'environment: DSR_URL needs a key of the service too: set DSR_API_KEY or DSR_API_KEY_FILE';

function explained({ message }: ServiceOptionsError): string {
  return `environment: ${message}`;
}
