import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { ArrayUnique, IsArray, IsIn, Matches } from 'class-validator';
import { type Regulation, regulations } from '../deadlines/regulation.js';
import { ConfigurationError } from '../errors/runner-error.js';
import { isHost } from './address-rules.js';
import { hasCode } from './has-code.js';
import { KmsSection } from './kms-section.js';
import { LogSection } from './log-section.js';
import { packageNamePattern } from './package-name.js';
import { ReappearanceSection } from './reappearance-section.js';
import { RedactionSection } from './redaction-section.js';
import { RetentionSection } from './retention-section.js';
import { Satisfies } from './satisfies.js';
import { Section, Sections } from './section.js';
import { ServiceSection } from './service-section.js';
import { TracingSection } from './tracing-section.js';
import { WebhookSection } from './webhook-section.js';

/** Who may approve a deletion: another than its creator, or anyone with the role. */
export const approvals = ['another', 'anyone'] as const;

export type Approval = (typeof approvals)[number];

const allowedHosts = 'allowedHosts must be a list of host names, in lower case and without a port';
const webhooks = 'webhooks must be a list of objects';

/** The content of `config.json`; its initialisers are the defaults. docs/guides/operate.md tells what each field means. */
export class ConfigurationFile {
  @IsArray({ message: 'connectors must be a list of npm package names' })
  @ArrayUnique({ message: 'connectors must not name a package twice' })
  @Matches(packageNamePattern, {
    each: true,
    message: 'connectors must each be the bare name of an npm package',
  })
  readonly connectors: readonly string[] = ['@privacy-connectors/connector-drift'];

  @Section(ServiceSection, 'service must be an object')
  readonly service: ServiceSection = new ServiceSection();

  /** Hosts that connections and webhooks may be pointed at although nobody else declares them. */
  @IsArray({ message: allowedHosts })
  @Satisfies(isHost, allowedHosts, { each: true })
  readonly allowedHosts: readonly string[] = [];

  @IsIn(approvals, { message: `approval must be one of ${approvals.join(', ')}` })
  readonly approval: Approval = 'another';

  @IsIn(regulations, { message: `regulation must be one of ${regulations.join(', ')}` })
  readonly regulation: Regulation = 'gdpr';

  @IsArray({ message: webhooks })
  @ArrayUnique(nameOf, { message: 'webhooks must not have a name twice' })
  @Sections(WebhookSection, webhooks)
  readonly webhooks: readonly WebhookSection[] = [];

  @Section(RedactionSection, 'redaction must be an object')
  readonly redaction: RedactionSection = new RedactionSection();

  @Section(RetentionSection, 'retention must be an object')
  readonly retention: RetentionSection = new RetentionSection();

  @Section(ReappearanceSection, 'reappearance must be an object')
  readonly reappearance: ReappearanceSection = new ReappearanceSection();

  @Section(LogSection, 'log must be an object')
  readonly log: LogSection = new LogSection();

  @Section(TracingSection, 'tracing must be an object')
  readonly tracing: TracingSection = new TracingSection();

  @Section(KmsSection, 'kms must be an object')
  readonly kms: KmsSection = new KmsSection();
}

/** The fields of a file, defaults included, without judging any. */
export function toConfigurationFile(content: object): ConfigurationFile {
  return plainToInstance(ConfigurationFile, content, { exposeDefaultValues: true });
}

/** Reads the file's JSON object; a missing file is an empty one. @throws ConfigurationError when it is not a JSON object. */
export function readConfigurationFile(path: string): object {
  const content = parse(readText(path));
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new ConfigurationError(
      'config.json in the data folder must hold a JSON object: correct or remove it.',
    );
  }
  return content;
}

function nameOf(webhook: unknown): unknown {
  return webhook instanceof WebhookSection ? webhook.name : webhook;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '{}';
    throw new ConfigurationError('config.json in the data folder cannot be read: check its permissions.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigurationError('config.json in the data folder is not valid JSON: correct or remove it.');
  }
}
