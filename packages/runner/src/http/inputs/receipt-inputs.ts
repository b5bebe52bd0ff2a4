import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

const versions = { message: 'number must be the number of a version, from 1' };

/** Which version of a receipt. */
export class ReceiptQuery {
  /** The newest one unless given. */
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? Number(value) : value) as unknown)
  @IsInt(versions)
  @Min(1, versions)
  @Max(1_000_000, versions)
  readonly number?: number;
}

/** A receipt and somebody whom it may be about. */
export class ReceiptProofBody {
  @IsUUID(undefined, { message: 'requestId must be the id of the request in the receipt' })
  readonly requestId!: string;

  /** The digests of the receipt's subject. */
  @IsArray({ message: 'digests must be a list' })
  @ArrayMaxSize(1000, { message: 'digests has too many entries' })
  @Matches(/^[0-9a-f]{64}$/, { each: true, message: 'digests must hold 64 hexadecimal digits each' })
  readonly digests!: string[];

  @IsIn(['email', 'phone', 'external_id'], { message: 'kind must be email, phone or external_id' })
  readonly kind!: 'email' | 'phone' | 'external_id';

  /** Whose id it is; for the kind external_id. */
  @IsOptional()
  @IsString({ message: 'namespace must be a text' })
  @Length(1, 1000, { message: 'namespace must have 1 to 1000 characters' })
  readonly namespace?: string;

  @IsString({ message: 'value must be a text' })
  @Length(1, 1000, { message: 'value must have 1 to 1000 characters' })
  readonly value!: string;
}
