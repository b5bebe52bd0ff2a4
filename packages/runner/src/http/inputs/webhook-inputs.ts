import { IsIn, IsUUID } from 'class-validator';
import { PageQuery } from './common-inputs.js';

/** Which deliveries of webhooks. */
export class DeliveryListQuery extends PageQuery {
  /** Those that wait are sent by the workers, and those that arrived are forgotten. */
  @IsIn(['failed'], { message: 'state must be failed' })
  readonly state = 'failed' as const;
}

/** The delivery that a path names. */
export class DeliveryParams {
  @IsUUID('all', { message: 'id must be the id of a webhook delivery' })
  readonly id!: string;
}
