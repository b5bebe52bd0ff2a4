import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** A file or a table with everything in it. */
export interface StoredContent {
  readonly place: string;
  readonly content: Buffer;
}

/** Every byte of every file in a folder. */
export function* filesIn(folder: string): Generator<StoredContent> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    yield { place, content: readFileSync(place) };
  }
}

/** Every value of every table in every schema but the server's own; what is bytes or looks like base64 also decoded. */
export async function tablesOf(url: string): Promise<readonly StoredContent[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ place: string }>(
      `select format('%I.%I', table_schema, table_name) as place from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const tables: StoredContent[] = [];
    for (const { place } of rows) tables.push({ place, content: await contentOf(client, place) });
    return tables;
  } finally {
    await client.end();
  }
}

/** The values of these columns in all tables of the engine, nulls left out. */
export async function engineValues(url: string, columns: readonly string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ place: string; column: string }>(
      `select format('%I.%I', table_schema, table_name) as place, column_name as column from information_schema.columns
       where table_schema = 'dbos' and column_name = any($1)`,
      [columns],
    );
    const values: { readonly column: string; readonly value: string }[] = [];
    for (const { place, column } of rows) {
      const sql = `select ${column} as value from ${place} where ${column} is not null`;
      const found = await client.query<{ value: string }>(sql);
      values.push(...found.rows.map(({ value }) => ({ column, value })));
    }
    return values;
  } finally {
    await client.end();
  }
}

async function contentOf(client: pg.Client, place: string): Promise<Buffer> {
  const { rows } = await client.query<Record<string, unknown>>(`select * from ${place}`);
  return Buffer.concat(rows.flatMap((row) => Object.values(row).flatMap(bytesOf)));
}

function bytesOf(value: unknown): readonly Buffer[] {
  if (Buffer.isBuffer(value)) return [value];
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return [Buffer.from(`${text}\n`), Buffer.from(text, 'base64')];
}

/** Whether the text, or the bytes it stands for in base64, hold words. The time at which a pause ends is none. */
export function isReadable(text: string): boolean {
  if (/^\d{13}$/.test(text)) return false;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') !== text || /[ -~]{24}/.test(bytes.toString('latin1'));
}
