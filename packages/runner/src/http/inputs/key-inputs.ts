import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { roles, type Role } from '../../access/role.js';

const days = { message: 'expiresInDays must be a whole number from 1 to 366' };

/** A key to be issued. */
export class NewKeyBody {
  @IsIn(roles, { message: `role must be one of ${roles.join(', ')}` })
  readonly role!: Role;

  @IsOptional()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, {
    message:
      'name must have 1 to 63 letters, digits, dots, hyphens or underscores, and begin with a letter or digit',
  })
  readonly name?: string;

  @IsOptional()
  @IsInt(days)
  @Min(1, days)
  @Max(366, days)
  readonly expiresInDays?: number;
}

/** The key that a path names. */
export class KeyParams {
  @Matches(/^[0-9a-f]{16}$/, { message: 'id must be the id of a key, 16 hexadecimal digits' })
  readonly id!: string;
}
