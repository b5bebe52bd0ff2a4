import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, Matches } from 'class-validator';
import { mostRecipients } from '../../package/index.js';

/** How a package is sent. */
export class PackageQuery {
  /** Public keys of age (age1…) that the package is encrypted to; several as recipient=…&recipient=… */
  @IsOptional()
  @Transform(({ value }) => (Array.isArray(value) ? value : [value]) as unknown)
  @IsArray({ message: 'recipient must be a public key of age, or several' })
  @ArrayMaxSize(mostRecipients, { message: `recipient can be given ${mostRecipients} times at most` })
  @Matches(/^age1[a-z0-9]{20,3000}$/, {
    each: true,
    message: 'recipient must be a public key of age: it begins with age1',
  })
  readonly recipient: string[] = [];
}
