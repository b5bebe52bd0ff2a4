import { IsInt, IsOptional, IsString, Max, Min, MinLength } from 'class-validator';

const days = { message: 'days must be a whole number from 1 to 3650' };
const recordMonths = { message: 'recordMonths must be a whole number from 1 to 240' };
const keyFolder = { message: 'keyFolder must be the path of a folder' };

/** How long what a request found, and its own record, are kept; its initialisers are the defaults. */
export class RetentionSection {
  /** From the end of a request until what it found, and whom it is about, is destroyed. */
  @IsInt(days)
  @Min(1, days)
  @Max(3650, days)
  readonly days: number = 30;

  /** From the end of a request until nothing is left of it but its entries in the audit log. */
  @IsInt(recordMonths)
  @Min(1, recordMonths)
  @Max(240, recordMonths)
  readonly recordMonths: number = 24;

  /** Where the second parts of data keys are kept; relative to the data folder. All hosts of a database need the same one. */
  @IsOptional()
  @IsString(keyFolder)
  @MinLength(1, keyFolder)
  readonly keyFolder?: string;
}
