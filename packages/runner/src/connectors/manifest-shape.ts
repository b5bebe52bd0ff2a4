import { plainToInstance } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsNotEmptyObject,
  IsObject,
  IsString,
  IsUrl,
  Matches,
  validateSync,
} from 'class-validator';

/** The least that the runner relies on in a manifest; connector tests check the rest with the conformance kit. */
export class ManifestShape {
  @Matches(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  readonly id!: string;

  @IsString()
  @IsNotEmpty()
  readonly title!: string;

  @IsString()
  @IsNotEmpty()
  readonly version!: string;

  @IsUrl({ protocols: ['https', 'http'], require_protocol: true, require_tld: false })
  readonly baseUrl!: string;

  @IsArray()
  @ArrayNotEmpty()
  @IsString({ each: true })
  readonly hosts!: readonly string[];

  @IsNotEmptyObject()
  readonly resources!: object;

  @IsObject()
  readonly auth!: object;

  @IsObject()
  readonly capabilities!: object;

  @IsObject()
  readonly scopes!: object;

  @IsObject()
  readonly operations!: object;

  @IsObject()
  readonly settings!: object;

  @IsNotEmptyObject()
  readonly rateLimits!: object;

  @IsObject()
  readonly identifiers!: object;

  @IsArray()
  readonly notCovered!: readonly object[];

  @IsArray()
  readonly sources!: readonly object[];
}

/** The ways of authenticating that the runner knows. */
class AuthShape {
  @IsIn(['oauth2', 'api_key'])
  readonly kind!: string;
}

/** The fields of a manifest that are missing or of the wrong kind. */
export function wrongFields(manifest: object): readonly string[] {
  const shape = plainToInstance(ManifestShape, manifest);
  const auth = plainToInstance(AuthShape, shape.auth);
  return [
    ...namesOf(shape),
    ...(auth instanceof AuthShape ? namesOf(auth).map((name) => `auth.${name}`) : []),
  ];
}

function namesOf(shape: object): readonly string[] {
  return validateSync(shape).map(({ property }) => property);
}
