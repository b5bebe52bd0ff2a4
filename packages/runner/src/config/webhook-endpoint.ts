import { resolve } from 'node:path';
import { Sensitive } from '@privacy-connectors/core';
import type { EventKind } from '../events/event.js';
import type { SecretReader } from './secret-reader.js';
import type { WebhookSection } from './webhook-section.js';

/** A place that is told of events. */
export interface WebhookEndpoint {
  readonly name: string;
  /** May hold a token of the receiver: it belongs in no log. */
  readonly url: string;
  /** Signs what is sent. */
  readonly secret: Sensitive<string>;
  /** Kinds of events it gets; undefined means all. */
  readonly events?: readonly EventKind[];
}

const shortestSecret = 16;

/** The endpoints with their secrets; those without a usable one are told to `secrets` and left out. */
export function webhookEndpoints(
  sections: readonly WebhookSection[],
  home: string,
  secrets: SecretReader,
): readonly WebhookEndpoint[] {
  return sections.flatMap((section, index) => {
    const secret = secretOf(section, `webhooks.${String(index)}`, home, secrets);
    if (secret === undefined) return [];
    const { name, url, events } = section;
    return [{ name, url, secret: new Sensitive(secret), ...(events === undefined ? {} : { events }) }];
  });
}

function secretOf(
  section: WebhookSection,
  place: string,
  home: string,
  secrets: SecretReader,
): string | undefined {
  const secret = readSecret(section, place, home, secrets);
  if (secret !== undefined && secret.length < shortestSecret)
    secrets.refuse(
      `config.json: the secret of ${place} must have at least ${String(shortestSecret)} characters`,
    );
  return secret;
}

function readSecret(
  { secretVariable, secretFile }: WebhookSection,
  place: string,
  home: string,
  secrets: SecretReader,
): string | undefined {
  if ((secretVariable === undefined) === (secretFile === undefined)) {
    secrets.refuse(`config.json: ${place} needs either secretVariable or secretFile`);
    return undefined;
  }
  if (secretVariable !== undefined)
    return secrets.variable(secretVariable, `config.json: ${place}.secretVariable`);
  return secrets.file(resolve(home, secretFile ?? ''), `config.json: ${place}.secretFile`);
}
