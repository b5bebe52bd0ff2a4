/** Any value that survives `JSON.parse(JSON.stringify(value))` unchanged. @public */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * `T` itself when it survives a JSON round trip, otherwise a type nothing can be assigned to.
 * Refs, cursors and tickets are stored between steps, so dates, maps, sets and functions must not hide in them. @public
 */
export type Jsonable<T> = T extends null | boolean | number | string
  ? T
  : T extends (...parameters: never[]) => unknown
    ? never
    : T extends Date | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
      ? never
      : T extends object
        ? { [Key in keyof T]: Jsonable<T[Key]> }
        : never;
