import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type { RequestStatus, RequestType, WidenedKind } from '../../application/views/request-view.js';
import { regulations, type Regulation } from '../../deadlines/regulation.js';
import { longestReason } from '../../requests/reason.js';
import { requestStatuses } from '../schemas/words.js';
import { PageQuery } from './common-inputs.js';

const mostNamed = 100;
const longestText = 1000;

/** An id of the person within a name space that connections declare. */
export class NamedId {
  @IsString({ message: 'namespace must be a text' })
  @MaxLength(longestText, { message: 'namespace is too long' })
  readonly namespace!: string;

  @IsString({ message: 'value must be a text' })
  @MaxLength(longestText, { message: 'value is too long' })
  readonly value!: string;
}

/** A request to be recorded. The person is named by at least one e-mail address, phone number or id. */
export class NewRequestBody {
  @IsIn(['access', 'deletion'], { message: 'type must be access or deletion' })
  readonly type!: RequestType;

  @IsOptional()
  @IsArray({ message: 'emails must be a list' })
  @ArrayMaxSize(mostNamed, { message: 'emails has too many entries' })
  @IsString({ each: true, message: 'emails must hold texts' })
  @MaxLength(longestText, { each: true, message: 'emails has an entry that is too long' })
  readonly emails: string[] = [];

  @IsOptional()
  @IsArray({ message: 'phones must be a list' })
  @ArrayMaxSize(mostNamed, { message: 'phones has too many entries' })
  @IsString({ each: true, message: 'phones must hold texts' })
  @MaxLength(longestText, { each: true, message: 'phones has an entry that is too long' })
  readonly phones: string[] = [];

  @IsOptional()
  @IsArray({ message: 'ids must be a list' })
  @ArrayMaxSize(mostNamed, { message: 'ids has too many entries' })
  @ValidateNested({ each: true, message: 'ids must hold objects with namespace and value' })
  @Type(() => NamedId)
  @JSONSchema({ items: { $ref: 'NamedId#' } })
  readonly ids: NamedId[] = [];

  /** Kinds of which further ones that are found are searched for too. */
  @IsOptional()
  @IsArray({ message: 'widen must be a list' })
  @IsIn(['email', 'phone'], { each: true, message: 'widen must hold email or phone' })
  @ArrayMaxSize(2, { message: 'widen has too many entries' })
  readonly widen: WidenedKind[] = [];

  /** Names of connections; none means all that support the type. */
  @IsOptional()
  @IsArray({ message: 'connections must be a list' })
  @ArrayMaxSize(mostNamed, { message: 'connections has too many entries' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, {
    each: true,
    message: 'connections must hold names of connections',
  })
  readonly connections: string[] = [];

  /** The law that sets the deadline; the configured one unless given. */
  @IsOptional()
  @IsIn(regulations, { message: `regulation must be one of ${regulations.join(', ')}` })
  readonly regulation?: Regulation;

  /** When the person asked; now unless given. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'receivedAt must be a date or time in ISO 8601' })
  readonly receivedAt?: string;

  /** When it has to be done, with the regulation `other`; a date means the end of that day. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'dueAt must be a date or time in ISO 8601' })
  readonly dueAt?: string;

  /** Deletion: approve whatever the plan turns out to be. */
  @IsOptional()
  @IsBoolean({ message: 'approved must be true or false' })
  readonly approved: boolean = false;

  /** Deletion: delete even if the person is a user at the vendor. */
  @IsOptional()
  @IsBoolean({ message: 'includeVendorUsers must be true or false' })
  readonly includeVendorUsers: boolean = false;
}

/** What approval binds to. */
export class ApprovalBody {
  /** Prefixes of the hashes of the plans that were looked at. Each plan that waits must be among them. */
  @IsArray({ message: 'plans must be a list' })
  @ArrayMaxSize(mostNamed, { message: 'plans has too many entries' })
  @Matches(/^[0-9a-f]{8,64}$/, {
    each: true,
    message: 'plans must hold hashes of plans, or the first 8 or more characters of one',
  })
  readonly plans!: string[];
}

/** Why and until when a deadline is extended. */
export class ExtensionBody {
  @IsString({ message: 'reason must be a text' })
  @Length(1, longestReason, { message: `reason must have 1 to ${longestReason} characters` })
  readonly reason!: string;

  /** With the regulation `other`; a date means the end of that day. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'dueAt must be a date or time in ISO 8601' })
  readonly dueAt?: string;
}

/** Why a request is held. */
export class HoldBody {
  @IsString({ message: 'reason must be a text' })
  @Length(1, longestReason, { message: `reason must have 1 to ${longestReason} characters` })
  readonly reason!: string;
}

/** Which requests, and which page of them. */
export class RequestListQuery extends PageQuery {
  @IsOptional()
  @IsIn(requestStatuses, { message: `status must be one of ${requestStatuses.join(', ')}` })
  readonly status?: RequestStatus;

  @IsOptional()
  @IsIn(['access', 'deletion'], { message: 'type must be access or deletion' })
  readonly type?: RequestType;

  @IsOptional()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, { message: 'connection must be the name of a connection' })
  readonly connection?: string;

  /** ISO 8601; requests that are due before it. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'dueBefore must be a date or time in ISO 8601' })
  readonly dueBefore?: string;

  /** ISO 8601; requests that are due at it or later. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'dueAfter must be a date or time in ISO 8601' })
  readonly dueAfter?: string;

  /** Whether the deadline of an unfinished request has passed. */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'overdue must be true or false' })
  readonly overdue?: 'true' | 'false';
}
