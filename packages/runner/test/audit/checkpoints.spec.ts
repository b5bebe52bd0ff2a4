import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EvidenceError } from '../../src/errors/runner-error.js';
import { tamper } from './tamper.js';
import { startAuditWorld, type AuditWorld } from './world.js';

describe('checkpoints of the audit log', () => {
  let world: AuditWorld;

  beforeAll(async () => {
    world = await startAuditWorld();
    // Makes the key, which is an entry.
    await world.signing.sign(Buffer.from('x'), 'x');
    await world.reset();
  });

  beforeEach(async () => {
    await world.write(5);
    await world.checkpoints.keep();
  });

  afterEach(() => world.reset());

  afterAll(() => world.stop());

  async function checkpointed(): Promise<readonly number[]> {
    const sql = 'select seq from dsr.audit_checkpoint order by seq';
    return (await world.database.query<{ seq: number }>(sql)).rows.map(({ seq }) => seq);
  }

  async function problems(): Promise<readonly string[]> {
    return (await world.service.verify()).problems.map(
      ({ kind, seq, through }) => `${kind} ${seq}-${through}`,
    );
  }

  it('are made of the first entries, each hour in which there were any, and each thousand entries', async () => {
    expect(await checkpointed()).toEqual([5]);
    await world.write(3);
    await world.checkpoints.keep();
    expect(await checkpointed()).toEqual([5]);
    world.passHours(1);
    await world.checkpoints.keep();
    await world.checkpoints.keep();
    expect(await checkpointed()).toEqual([5, 8]);
    await world.database.transaction(async (connection) => {
      const entry = { action: 'request.received', actor: 'cli', details: {} } as const;
      for (let count = 0; count < 1000; count += 1) await world.log.append(entry, connection);
    });
    await world.checkpoints.keep();
    expect(await checkpointed()).toEqual([5, 8, 1008]);
    expect(await world.service.verify()).toMatchObject({ holds: true, entries: 1008, checkpoints: 3 });
  });

  it('are kept in the data folder and told to the log, and hold', async () => {
    const { rows } = await world.database.query<{ hash: string; jws: string }>(
      `select encode(hash, 'hex') as hash, jws from dsr.audit_entry join dsr.audit_checkpoint using (seq)`,
    );
    expect(world.kept()).toEqual([rows[0]!.jws]);
    const told = world.logged.filter(({ event }) => event === 'audit.checkpoint');
    expect(told).toEqual([expect.objectContaining({ level: 'info', entry: 5, hash: rows[0]!.hash })]);
    expect(await world.service.verify()).toMatchObject({ holds: true, checkpoints: 1, changeable: true });
  });

  it('do not hide that the signing keys were put back to an older state', async () => {
    expect((await world.service.verify()).holds).toBe(true);
    await world.database.query('create table dsr.older as select * from dsr.signing_key');
    const kid = await world.signing.rotate('cli');
    expect(await world.service.verify()).toMatchObject({ holds: true, problems: [] });
    await world.database.query('delete from dsr.signing_key where retired_at is null');
    expect(await problems()).toEqual(['signing_key 7-7']);
    await world.database.query('delete from dsr.signing_key');
    await world.database.query('insert into dsr.signing_key select * from dsr.older');
    const { holds, problems: told } = await world.service.verify();
    expect(holds).toBe(false);
    expect(told.map(({ kind, seq }) => `${kind} ${seq}`)).toEqual(['signing_key 6', 'signing_key 7']);
    expect(told[0]?.message).toContain('has it in use');
    expect(told[1]?.message).toContain(kid);
    await world.database.query('drop table dsr.older');
  });

  it('warn, once, that the role could change the log', async () => {
    const fresh = await startAuditWorld();
    await fresh.checkpoints.keep();
    await fresh.checkpoints.keep();
    await fresh.stop();
    expect(fresh.logged.filter(({ event }) => event === 'audit.unprotected')).toHaveLength(1);
  });

  it('tell that the end of the log was cut off, with its checkpoints', async () => {
    await tamper(
      world.database,
      'delete from dsr.audit_entry where seq > 2',
      'delete from dsr.audit_checkpoint',
    );
    expect(await problems()).toEqual(['truncated 3-5']);
  });

  it('are not made of a log that is not the one they know, whatever was added', async () => {
    await tamper(
      world.database,
      'delete from dsr.audit_entry where seq > 2',
      'delete from dsr.audit_checkpoint',
    );
    await world.write(2000);
    await world.checkpoints.keep();
    expect(await checkpointed()).toEqual([]);
    expect(world.logged.at(-1)).toMatchObject({ level: 'error', event: 'audit.broken' });
    expect(await problems()).toEqual(['rewritten 5-5']);
  });

  it('are not made over an entry that was changed', async () => {
    await world.write(3);
    await tamper(world.database, `update dsr.audit_entry set actor = 'x' where seq = 7`);
    world.passHours(2);
    await world.checkpoints.keep();
    expect(await checkpointed()).toEqual([5]);
    expect(world.logged.at(-1)).toMatchObject({ level: 'error', event: 'audit.broken' });
    expect(await problems()).toEqual(['changed 7-7']);
  });

  it.each([
    ['was cut off', 'delete from dsr.audit_entry where seq > 5', 'delete from dsr.audit_checkpoint'],
    ['was changed since', `update dsr.audit_entry set actor = 'x' where seq = 12`],
    ['lacks an entry', 'delete from dsr.audit_entry where seq = 12'],
  ])('let no log be exported that %s, and write nothing', async (_, ...changes) => {
    await world.write(5);
    world.passHours(1);
    await world.checkpoints.keep();
    await world.write(4);
    await tamper(world.database, ...changes);
    const { rows } = await world.database.query('select max(seq) from dsr.audit_entry');
    await expect(world.exported()).rejects.toThrow(EvidenceError);
    expect((await world.database.query('select max(seq) from dsr.audit_entry')).rows).toEqual(rows);
    expect((await world.service.verify()).holds).toBe(false);
  });

  it('let no log be exported that those of the database contradict, when none was kept', async () => {
    await world.write(5);
    world.passHours(1);
    await world.checkpoints.keep();
    rmSync(world.keptFile);
    await tamper(world.database, 'delete from dsr.audit_entry where seq > 6');
    await expect(world.exported()).rejects.toThrow('Entries 7 to 10 are cut off');
  });

  it('tell a whole log that was written anew', async () => {
    await tamper(world.database, 'delete from dsr.audit_entry');
    await world.write(8);
    expect(await problems()).toEqual(['rewritten 5-5']);
  });

  it.each([
    ['was changed', `jws = replace(jws, '.', 'A.')`],
    ['was moved', 'seq = 4'],
    ['is no signed text', `jws = 'x'`],
  ])('tell that one %s', async (_, change) => {
    await tamper(world.database, `update dsr.audit_checkpoint set ${change}`);
    const { holds, problems: found } = await world.service.verify();
    expect(holds).toBe(false);
    expect(found).toEqual([expect.objectContaining({ kind: 'unsigned' })]);
  });

  it('are compared with one that was kept elsewhere', async () => {
    const [elsewhere = ''] = world.kept();
    rmSync(world.keptFile);
    await tamper(
      world.database,
      'delete from dsr.audit_entry where seq > 2',
      'delete from dsr.audit_checkpoint',
    );
    expect((await world.service.verify()).holds).toBe(true);
    const { problems: found } = await world.service.verify(elsewhere);
    expect(found).toEqual([expect.objectContaining({ kind: 'truncated', seq: 3, through: 5 })]);
  });

  it('go on after a crash that cut one off while it was kept', async () => {
    appendFileSync(world.keptFile, 'eyJhbGciOi');
    await world.write(1);
    world.passHours(1);
    await world.checkpoints.keep();
    expect(readFileSync(world.keptFile, 'utf8').split('\n')).toHaveLength(4);
    expect((await world.service.verify()).holds).toBe(true);
  });

  it('are kept again by a worker that comes to them later', async () => {
    writeFileSync(world.keptFile, '');
    await world.checkpoints.keep();
    expect(world.kept()).toHaveLength(1);
  });
});
