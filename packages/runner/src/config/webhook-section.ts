import { IsArray, IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { type EventKind, eventKinds } from '../events/event.js';
import { isWebhookUrl } from './address-rules.js';
import { Satisfies } from './satisfies.js';

/** A place that is told of events. Its secret is in an environment variable or in a file, never in the configuration. */
export class WebhookSection {
  /** What logs, metrics and stored deliveries call it. */
  @Matches(/^[a-z0-9][a-z0-9-]{0,62}$/, { message: 'name must be of lower-case letters, digits and hyphens' })
  readonly name: string = '';

  @Satisfies(isWebhookUrl, 'url must be an https address without credentials')
  readonly url: string = '';

  /** The name of the environment variable that holds the secret. */
  @IsOptional()
  @Matches(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    message: 'secretVariable must be the name of an environment variable',
  })
  readonly secretVariable?: string;

  /** The file that holds the secret; relative to the data folder. */
  @IsOptional()
  @IsString({ message: 'secretFile must be the path of a file' })
  readonly secretFile?: string;

  /** Kinds of events it gets; none given means all. */
  @IsOptional()
  @IsArray({ message: 'events must be a list of kinds of events' })
  @IsIn(eventKinds, { each: true, message: `events must be kinds of events: ${eventKinds.join(', ')}` })
  readonly events?: readonly EventKind[];
}
