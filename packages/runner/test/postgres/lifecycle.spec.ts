import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedPostgres } from '../../src/postgres/index.js';
import { column, Laboratory } from './laboratory.js';

describe('an embedded PostgreSQL', () => {
  let laboratory: Laboratory;
  beforeEach(() => {
    laboratory = new Laboratory();
  });
  afterEach(() => laboratory.dispose());

  it('is a PostgreSQL with checksums, UTF-8 and the C locale, reached by its socket alone', async () => {
    const postgres = await openEmbeddedPostgres({ folder: laboratory.folder });
    const settings = [
      'data_checksums',
      'server_encoding',
      'lc_collate',
      'listen_addresses',
      'fsync',
      'password_encryption',
    ];
    const expected = ['on', 'UTF8', 'C', '', 'on', 'scram-sha-256'];
    for (const [index, setting] of settings.entries()) {
      const query =
        setting === 'lc_collate'
          ? 'select datcollate from pg_database where datname = current_database()'
          : `show ${setting}`;
      expect(await column(postgres.url, query)).toEqual([expected[index]]);
    }
    expect(await column(postgres.url, 'select current_database()')).toEqual(['dsr']);
    await postgres.close();
  });

  it('keeps folder and password to their owner, and refuses a wrong password', async () => {
    const postgres = await openEmbeddedPostgres({ folder: laboratory.folder });
    const modes = ['.', 'password', 'postgres.log', 'data'].map(
      (name) => statSync(join(laboratory.folder, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o700]);
    const wrong = postgres.url.replace(/dsr:[^@]*@/, 'dsr:wrong@');
    await expect(column(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await postgres.close();
  });

  it('keeps its data from one opening to the next, and leaves nothing running in between', async () => {
    const first = await openEmbeddedPostgres({ folder: laboratory.folder });
    const temporary = laboratory.temporaryDirectory();
    await column(first.url, 'create table kept as select 42 as answer');
    await first.close();
    expect(laboratory.processes()).toEqual([]);
    await laboratory.untilNothingIsLeft(temporary);
    const second = await openEmbeddedPostgres({ folder: laboratory.folder });
    expect(await column(second.url, 'select answer from kept')).toEqual([42]);
    await second.close();
  });

  it('is shared by a second process, and stopped by the last to close only', async () => {
    const { user: first, url } = await laboratory.openUser();
    const server = laboratory.postmaster();
    const { user: second, url: secondUrl } = await laboratory.openUser();
    expect(secondUrl).toBe(url);
    expect(laboratory.postmaster()).toBe(server);
    await first.close();
    expect(await column(url, 'select 1')).toEqual([1]);
    await second.close();
    expect(laboratory.processes()).toEqual([]);
  });

  it('counts every handle of one process', async () => {
    const first = await openEmbeddedPostgres({ folder: laboratory.folder });
    const second = await openEmbeddedPostgres({ folder: laboratory.folder });
    await first.close();
    await first.close();
    expect(await column(second.url, 'select 1')).toEqual([1]);
    await second.close();
    expect(laboratory.processes()).toEqual([]);
  });

  it('is opened by six processes at once, with one server for all', async () => {
    const users = Array.from({ length: 6 }, () => laboratory.startUser());
    const opened = await Promise.all(users.map((user) => user.opened()));
    const urls = new Set(opened.map(({ url }) => url));
    expect(urls.size).toBe(1);
    expect(await column([...urls][0]!, 'select 1')).toEqual([1]);
    await Promise.all(users.map((user) => user.close()));
    expect(laboratory.processes()).toEqual([]);
  });

  it('never hands out a server that is being stopped', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { user: leaving } = await laboratory.openUser();
      const arriving = laboratory.startUser();
      const [, { url }] = await Promise.all([leaving.close(), arriving.opened()]);
      expect(await column(url!, 'select 1')).toEqual([1]);
      await arriving.close();
    }
    expect(laboratory.processes()).toEqual([]);
  });

  it('logs neither statements nor values', async () => {
    const postgres = await openEmbeddedPostgres({ folder: laboratory.folder });
    await column(postgres.url, 'create table people (email text primary key)');
    const insert = `insert into people values ('canary@example.test')`;
    await column(postgres.url, insert);
    await expect(column(postgres.url, insert)).rejects.toMatchObject({ code: '23505' });
    await expect(column(postgres.url, `select 'canary@example.test'::integer`)).rejects.toMatchObject({
      code: '22P02',
    });
    await postgres.close();
    expect(readFileSync(join(laboratory.folder, 'postgres.log'), 'utf8')).not.toContain('canary');
  });

  it('keeps no trace of users and initialisations in its folder', async () => {
    const postgres = await openEmbeddedPostgres({ folder: laboratory.folder });
    await postgres.close();
    const left = readdirSync(laboratory.folder).sort();
    expect(left).toEqual(['data', 'lock', 'password', 'postgres.log', 'users', 'watchdogs']);
    expect(readdirSync(join(laboratory.folder, 'users'))).toEqual([]);
    expect(existsSync(join(laboratory.folder, 'data', 'postmaster.pid'))).toBe(false);
  });
});
