import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import { PageQuery } from './common-inputs.js';

const fromRule = 'from must be a date or time in ISO 8601';
const toRule = 'to must be a date or time in ISO 8601';

/** Which page of the audit log. */
export class AuditListQuery extends PageQuery {
  /** ISO 8601; entries from then on. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: fromRule })
  readonly from?: string;

  /** ISO 8601; entries before it. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: toRule })
  readonly to?: string;

  @IsIn(['oldest', 'newest'], { message: 'order must be oldest or newest' })
  readonly order: 'oldest' | 'newest' = 'oldest';
}

/** Which part of the audit log. */
export class AuditRangeQuery {
  /** ISO 8601; entries from then on. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: fromRule })
  readonly from?: string;

  /** ISO 8601; entries before it. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: toRule })
  readonly to?: string;
}

/** What the audit log is compared with. */
export class AuditVerificationQuery {
  /** A checkpoint that was kept elsewhere; compact JWS. */
  @IsOptional()
  @Matches(/^[\w-]{1,2000}\.[\w-]{1,2000}\.[\w-]{1,200}$/, { message: 'checkpoint must be a compact JWS' })
  readonly checkpoint?: string;
}
