import pg from 'pg';

type GetTypeParser = typeof pg.types.getTypeParser;

/** How column values arrive: as `pg` does it, but `int8` (counts, sequence numbers) as number instead of text. */
export const sqlTypes = {
  getTypeParser: ((oid: Parameters<GetTypeParser>[0], format?: 'text'): unknown =>
    oid === pg.types.builtins.INT8 ? parseInt8 : pg.types.getTypeParser(oid, format)) as GetTypeParser,
};

/** A bigint for what a number cannot hold: arithmetic and JSON refuse it loudly, where a rounded number would lie. */
function parseInt8(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}
