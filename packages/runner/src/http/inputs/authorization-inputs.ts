import { IsUUID } from 'class-validator';

/** The authorisation that a path names. */
export class AuthorizationParams {
  @IsUUID('all', { message: 'id must be the id of an authorisation' })
  readonly id!: string;
}
