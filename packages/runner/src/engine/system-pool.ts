import pg from 'pg';

/** Connections the engine uses at a time. */
const size = 6;

/**
 * The engine's connections. DBOS waits for a database that is away when it knows the error for one of the network; a Unix
 * socket that is not there, as while the embedded server restarts, is not among those it knows.
 */
export function createSystemPool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    Client: SystemClient,
    max: size,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => undefined);
  return pool;
}

class SystemClient extends pg.Client {
  override connect(): Promise<pg.Client>;
  override connect(callback: (error: Error) => void): void;
  override connect(callback?: (error: Error) => void): Promise<pg.Client> | void {
    if (callback === undefined)
      return super.connect().catch((error: unknown) => {
        throw asRefused(error);
      });
    super.connect((error: Error | null) => {
      callback(asRefused(error) as Error);
    });
  }
}

function asRefused(error: unknown): unknown {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') error.code = 'ECONNREFUSED';
  return error;
}
