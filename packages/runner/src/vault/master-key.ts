import type { Sensitive } from '@privacy-connectors/core';

/** The 32 bytes that wrap every data key. Whoever has them and the database can read everything. */
export type MasterKey = Sensitive<Buffer>;
