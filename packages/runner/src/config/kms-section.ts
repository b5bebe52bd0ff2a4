import { IsOptional, Matches } from 'class-validator';
import { isPlainUrl } from './address-rules.js';
import { Satisfies } from './satisfies.js';
import { Section } from './section.js';

/** A key of AWS KMS. Credentials come from where the AWS SDK looks for them: the environment, or the role of the machine. */
export class KmsKeySection {
  @Matches(/^[A-Za-z0-9:/_-]{1,2048}$/, { message: 'keyId must be the ARN, the id or the alias of a key' })
  readonly keyId: string = '';

  @Matches(/^[a-z0-9-]{1,64}$/, { message: 'region must be the name of a region, such as eu-central-1' })
  readonly region: string = '';

  /** Another address than the region's own, as of a VPC endpoint. */
  @IsOptional()
  @Satisfies(isPlainUrl, 'endpoint must be an http or https address without credentials and query')
  readonly endpoint?: string;
}

/** Master keys at a key management service, instead of one in the environment or the data folder. */
export class KmsSection {
  @IsOptional()
  @Section(KmsKeySection, 'current must be an object')
  readonly current?: KmsKeySection;

  /** The key that takes its place, while `dsr keys rotate` is under way. */
  @IsOptional()
  @Section(KmsKeySection, 'next must be an object')
  readonly next?: KmsKeySection;
}
