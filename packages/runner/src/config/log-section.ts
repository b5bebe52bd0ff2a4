import { IsIn } from 'class-validator';

/** How much the service and the workers tell, from least to most. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type LogLevel = (typeof logLevels)[number];

/** What is logged; its initialisers are the defaults. */
export class LogSection {
  @IsIn(logLevels, { message: `level must be one of ${logLevels.join(', ')}` })
  readonly level: LogLevel = 'info';
}
