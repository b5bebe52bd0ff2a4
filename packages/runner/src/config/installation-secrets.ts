import { Sensitive } from '@privacy-connectors/core';
import type { MasterKey } from '../vault/master-key.js';
import { parseKey } from './parse-key.js';
import type { SecretReader } from './secret-reader.js';

/** The master key of `DSR_MASTER_KEY` or `DSR_MASTER_KEY_FILE`: 32 bytes as base64 or hex. Undefined when neither is set. */
export function givenMasterKey(secrets: SecretReader): MasterKey | undefined {
  const text = secrets.given('DSR_MASTER_KEY');
  if (text === undefined) return undefined;
  const key = parseKey(text);
  if (key === undefined) secrets.refuse(malformedKey);
  return key && new Sensitive(key);
}

const malformedKey = 'environment: DSR_MASTER_KEY must be 32 bytes, as 44 characters of base64 or 64 of hex';

/** The PostgreSQL of `DATABASE_URL` or `DATABASE_URL_FILE`. Undefined when neither is set. */
export function givenDatabaseUrl(secrets: SecretReader): Sensitive<string> | undefined {
  const url = secrets.given('DATABASE_URL');
  if (url === undefined) return undefined;
  if (!/^postgres(?:ql)?:\/\/./.test(url))
    secrets.refuse('environment: DATABASE_URL must start with postgres:// or postgresql://');
  return new Sensitive(url);
}
