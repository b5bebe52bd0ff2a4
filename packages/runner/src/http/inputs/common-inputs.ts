import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** The most items that one page holds. */
export const largestPage = 100;

/** The request that a path names. */
export class RequestParams {
  @Matches(/^[0-9a-f][0-9a-f-]{7,35}$/, {
    message: 'id must be the id of a request, or its first 8 or more characters',
  })
  readonly id!: string;
}

/** The connection that a path names. */
export class ConnectionParams {
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, { message: 'name must be the name of a connection' })
  readonly name!: string;
}

/** The connector that a path names. */
export class ConnectorParams {
  @Matches(/^[a-z0-9][a-z0-9-]{0,62}$/, { message: 'id must be the id of a connector' })
  readonly id!: string;
}

/** Which page of a list. */
export class PageQuery {
  /** What the page before gave as `next`. */
  @IsOptional()
  @IsString({ message: 'cursor must be the "next" of the page before' })
  @MaxLength(200, { message: 'cursor must be the "next" of the page before' })
  readonly cursor?: string;

  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? Number(value) : value) as unknown)
  @IsInt({ message: pageRule() })
  @Min(1, { message: pageRule() })
  @Max(largestPage, { message: pageRule() })
  readonly limit: number = 50;
}

function pageRule(): string {
  return `limit must be a number from 1 to ${largestPage}`;
}
