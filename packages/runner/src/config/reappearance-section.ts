import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';

const afterDays = 'afterDays must be a list of at most 12 different whole numbers from 1 to 730';

/** When people who were deleted are looked for again; its initialisers are the defaults. */
export class ReappearanceSection {
  /** Days after the deletion was confirmed; an empty list looks for nobody. */
  @IsArray({ message: afterDays })
  @ArrayUnique({ message: afterDays })
  @ArrayMaxSize(12, { message: afterDays })
  @IsInt({ each: true, message: afterDays })
  @Min(1, { each: true, message: afterDays })
  @Max(730, { each: true, message: afterDays })
  readonly afterDays: readonly number[] = [7, 30];
}
