import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { host } from '../../src/access/actor.js';
import { AuditLog } from '../../src/audit/audit-log.js';
import { AuditService } from '../../src/audit/audit-service.js';
import { Checkpoints } from '../../src/audit/checkpoints.js';
import { KeptCheckpoints } from '../../src/audit/kept-checkpoints.js';
import { SigningKeys } from '../../src/signing/signing-keys.js';
import { CheckpointStore } from '../../src/store/checkpoint-store.js';
import type { Database } from '../../src/store/database.js';
import { SigningKeyStore } from '../../src/store/signing-key-store.js';
import { openVault } from '../../src/vault/open-vault.js';
import { capturedLog, type LoggedEvent } from '../support/captured-log.js';
import { startMigratedDatabase } from '../support/migrated-database.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { masterKeyOf } from '../support/vault.js';
import { tamper } from './tamper.js';

const hour = 60 * 60 * 1_000;

/** An audit log with all that signs, keeps and checks it, on a real database and a clock that a test moves. */
export interface AuditWorld {
  readonly database: Database;
  readonly log: AuditLog;
  readonly service: AuditService;
  readonly checkpoints: Checkpoints;
  readonly signing: SigningKeys;
  /** Events that the process logged, with their fields. */
  readonly logged: readonly LoggedEvent[];
  readonly keptFile: string;
  kept(): readonly string[];
  /** Writes entries. */
  write(count: number): Promise<void>;
  passHours(hours: number): void;
  /** All of it as it is exported. */
  exported(): Promise<string>;
  /** Forgets all entries, checkpoints and events, and sets the clock right. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

export async function startAuditWorld(): Promise<AuditWorld> {
  const server = await startMigratedDatabase();
  const folder = temporaryFolder();
  const { database } = server;
  const log = new AuditLog(database);
  const keys = await openVault(database, masterKeyOf(1));
  const signing = new SigningKeys({ database, store: new SigningKeyStore(database), keys, audit: log });
  const [store, kept] = [new CheckpointStore(database), new KeptCheckpoints(folder.path)];
  const { log: processLog, logged } = capturedLog();
  let passed = 0;
  const now = () => new Date(Date.now() + passed);
  const checkpoints = new Checkpoints({ database, store, signing, kept, log: processLog, now });
  const service = new AuditService({ database, log, store, checkpoints, kept, signing }, host);
  const keptFile = join(folder.path, 'audit', 'checkpoints.jws');
  return {
    database,
    log,
    service,
    checkpoints,
    signing,
    logged,
    keptFile,
    kept: () => readFileSync(keptFile, 'utf8').trim().split('\n'),
    write: async (count) => {
      for (let number = 1; number <= count; number += 1) {
        const details = { request: `r${number}`, count: number, share: 0.5, words: ['a', 'ü'], none: null };
        await log.append({ action: 'request.received', actor: 'cli', details });
      }
    },
    passHours: (hours) => {
      passed += hours * hour;
    },
    exported: async () => {
      let text = '';
      for await (const part of await service.export({})) text += part;
      return text;
    },
    reset: async () => {
      await tamper(database, 'delete from dsr.audit_entry', 'delete from dsr.audit_checkpoint');
      rmSync(keptFile, { force: true });
      logged.length = 0;
      passed = 0;
    },
    stop: async () => {
      await server.stop();
      folder.remove();
    },
  };
}
