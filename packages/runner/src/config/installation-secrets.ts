import { Sensitive } from '@privacy-connectors/core';
import type { MasterKey } from '../vault/master-key.js';
import { parseKey } from './parse-key.js';
import type { SecretReader } from './secret-reader.js';

/** The variables of the master key, and of the one that takes its place while `dsr keys rotate` is under way. */
export type MasterKeyVariable = 'DSR_MASTER_KEY' | 'DSR_MASTER_KEY_NEXT';

/** The key of a variable, or of the file that the variable with `_FILE` names: 32 bytes as base64 or hex. Undefined when neither is set. */
export function givenMasterKey(secrets: SecretReader, variable: MasterKeyVariable): MasterKey | undefined {
  const text = secrets.given(variable);
  if (text === undefined) return undefined;
  const key = parseKey(text);
  if (key === undefined)
    secrets.refuse(`environment: ${variable} must be 32 bytes, as 44 characters of base64 or 64 of hex`);
  return key && new Sensitive(key);
}

/** The PostgreSQL of `DATABASE_URL` or `DATABASE_URL_FILE`. Undefined when neither is set. */
export function givenDatabaseUrl(secrets: SecretReader): Sensitive<string> | undefined {
  return givenUrl('DATABASE_URL', secrets);
}

/** The same PostgreSQL for the role that owns the schema, when the application has a lesser one. */
export function givenDatabaseOwnerUrl(secrets: SecretReader): Sensitive<string> | undefined {
  return givenUrl('DATABASE_OWNER_URL', secrets);
}

function givenUrl(name: string, secrets: SecretReader): Sensitive<string> | undefined {
  const url = secrets.given(name);
  if (url === undefined) return undefined;
  if (!/^postgres(?:ql)?:\/\/./.test(url))
    secrets.refuse(`environment: ${name} must start with postgres:// or postgresql://`);
  return new Sensitive(url);
}
