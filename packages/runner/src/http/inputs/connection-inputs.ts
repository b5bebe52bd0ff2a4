import {
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateBy,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { IsPolicy } from './redaction-inputs.js';

const longestSetting = 2000;
const mostEntries = 100;

type SettingValue = string | number | boolean;

/** A setting as people write it, or typed as the manifest of the connector says. */
function isSettings(value: unknown): boolean {
  return hasValues(value, (each) =>
    typeof each === 'string' ? each.length <= longestSetting : ['number', 'boolean'].includes(typeof each),
  );
}

function isNamespaces(value: unknown): boolean {
  return hasValues(value, (each) => typeof each === 'string' && each.length <= longestSetting);
}

function hasValues(value: unknown, fits: (each: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const values = Object.values(value);
  return values.length <= mostEntries && values.every(fits);
}

/** What every new connection needs, however it authenticates. */
export class NewConnectionBody {
  @Matches(/^[a-z0-9][a-z0-9-]{0,62}$/, { message: 'connector must be the id of a connector' })
  readonly connector!: string;

  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, {
    message:
      'name must have 1 to 63 letters, digits, dots, hyphens or underscores, and begin with a letter or digit',
  })
  readonly name!: string;

  @IsOptional()
  @IsObject({ message: 'settings must be an object' })
  @ValidateBy({
    name: 'isSettings',
    validator: {
      validate: isSettings,
      defaultMessage: () => 'settings must hold texts, numbers and truth values',
    },
  })
  @JSONSchema({ type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } })
  readonly settings: { readonly [name: string]: SettingValue } = {};

  @IsOptional()
  @IsObject({ message: 'namespaces must be an object' })
  @ValidateBy({
    name: 'isNamespaces',
    validator: { validate: isNamespaces, defaultMessage: () => 'namespaces must hold texts' },
  })
  @JSONSchema({ type: 'object', additionalProperties: { type: 'string' } })
  readonly namespaces: { readonly [kind: string]: string } = {};

  /** What packages do with the words and names of whom, where it is not as usual. */
  @IsOptional()
  @IsPolicy()
  readonly policy: { readonly [kind: string]: string } = {};
}

/** A new connection with a token that was made by hand at the vendor. */
export class NewTokenConnectionBody extends NewConnectionBody {
  @IsString({ message: 'token must be a text' })
  @Length(1, 8000, { message: 'token must have 1 to 8000 characters' })
  readonly token!: string;
}

/** A new connection that a person authorises in a browser. */
export class NewAuthorizationBody extends NewConnectionBody {
  @IsString({ message: 'clientId must be a text' })
  @Length(1, 500, { message: 'clientId must have 1 to 500 characters' })
  readonly clientId!: string;

  @IsString({ message: 'clientSecret must be a text' })
  @MaxLength(8000, { message: 'clientSecret must have at most 8000 characters' })
  readonly clientSecret!: string;
}

/** How a connection is removed. */
export class RemovalQuery {
  /** Destroys the credentials although the vendor may still accept them. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'forget must be true or false' })
  readonly forget?: 'true' | 'false';
}
