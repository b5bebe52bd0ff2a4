import { IsOptional, Matches } from 'class-validator';
import type { Environment } from './resolve-home.js';

/** The environment variables that hold settings. An empty variable counts as unset. */
export class EnvironmentSettings {
  @IsOptional()
  @Matches(/^postgres(?:ql)?:\/\/./, { message: 'DATABASE_URL must start with postgres:// or postgresql://' })
  readonly DATABASE_URL?: string;

  constructor(environment: Environment) {
    if (environment['DATABASE_URL']) this.DATABASE_URL = environment['DATABASE_URL'];
  }
}
