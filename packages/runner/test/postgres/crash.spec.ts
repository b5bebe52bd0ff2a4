import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { column, Laboratory, temporaryDirectories } from './laboratory.js';
import { kill, until } from './processes.js';

describe('kill -9', () => {
  let laboratory: Laboratory;
  beforeEach(() => {
    laboratory = new Laboratory();
  });
  afterEach(() => laboratory.dispose());

  const openWithData = async () => {
    const opened = await laboratory.openUser();
    await column(opened.url, 'create table if not exists kept as select generate_series(1, 1000) as id');
    return { ...opened, temporary: laboratory.temporaryDirectory() };
  };

  const expectDataAndQuietEnd = async () => {
    const { user, url } = await laboratory.openUser();
    const temporary = laboratory.temporaryDirectory();
    expect(await column(url, 'select count(*)::int from kept')).toEqual([1000]);
    expect(await user.close()).toEqual({ done: 'close' });
    expect(laboratory.processes()).toEqual([]);
    await laboratory.untilNothingIsLeft(temporary);
  };

  it('of the process that started the server leaves the others connected', async () => {
    const { user: starter, url } = await openWithData();
    const { user: other } = await laboratory.openUser();
    await starter.kill();
    expect(await column(url, 'select 1')).toEqual([1]);
    await other.close();
    expect(laboratory.processes()).toEqual([]);
  });

  it('of the owner while another attaches', async () => {
    const { user: owner } = await openWithData();
    const attaching = laboratory.startUser();
    await owner.kill();
    const { url } = await attaching.opened();
    expect(await column(url!, 'select count(*)::int from kept')).toEqual([1000]);
    await attaching.close();
    expect(laboratory.processes()).toEqual([]);
  });

  it('of the only user makes the watchdog stop the server and clean up', async () => {
    const { user, temporary } = await openWithData();
    expect(temporaryDirectories()).toContain(temporary);
    await user.kill();
    await laboratory.untilNothingIsLeft(temporary);
    expect(existsSync(join(laboratory.folder, 'data', 'postmaster.pid'))).toBe(false);
    await expectDataAndQuietEnd();
  });

  it('of the watchdog is made good by the next to attach', async () => {
    const { user: first, temporary } = await openWithData();
    const watchdog = laboratory.watchdog();
    kill(watchdog);
    const { user: second } = await laboratory.openUser();
    expect(laboratory.watchdog()).not.toBe(watchdog);
    await first.kill();
    await second.kill();
    await laboratory.untilNothingIsLeft(temporary);
  });

  it('of the postmaster is recovered from', async () => {
    const { user } = await openWithData();
    kill(laboratory.postmaster());
    const { user: next, url } = await laboratory.openUser();
    expect(await column(url, 'select count(*)::int from kept')).toEqual([1000]);
    await user.close();
    await next.close();
    expect(laboratory.processes()).toEqual([]);
  });

  it('of postmaster, its children and the watchdog is recovered from', async () => {
    const { user } = await openWithData();
    laboratory.processes().forEach(kill);
    await user.kill();
    await expectDataAndQuietEnd();
  });

  it('of one server process is recovered from by the server itself', async () => {
    const { user, url } = await openWithData();
    const [backend] = await column(
      url,
      `select pid from pg_stat_activity where backend_type = 'checkpointer'`,
    );
    kill(Number(backend));
    const { user: next, url: again } = await laboratory.openUser();
    expect(await column(again, 'select count(*)::int from kept')).toEqual([1000]);
    await user.close();
    await next.close();
    expect(laboratory.processes()).toEqual([]);
  });

  it('in the middle of the initialisation is recovered from', async () => {
    const user = laboratory.startUser();
    const unfinished = () => readdirSync(laboratory.folder).filter((name) => /^initialising-\w+$/.test(name));
    await until('initdb has written something', () => {
      const [name] = existsSync(laboratory.folder) ? unfinished() : [];
      return name !== undefined && existsSync(join(laboratory.folder, name, 'PG_VERSION'));
    });
    await user.kill();
    expect(existsSync(join(laboratory.folder, 'data'))).toBe(false);
    await openWithData();
    expect(unfinished()).toEqual([]);
  });

  it('of everything in the middle of the initialisation leaves a folder that opens', async () => {
    const user = laboratory.startUser();
    await until('initdb runs', () => laboratory.processes().length >= 2);
    await user.kill();
    laboratory.processes().forEach(kill);
    await openWithData();
    await laboratory.openUser();
  });

  it('of users at any moment of opening and closing never blocks the next', async () => {
    const { user } = await openWithData();
    await user.close();
    for (const step of ['watchdogs', 'temporary-directory', 'data/postmaster.pid']) {
      const starting = laboratory.startUser();
      const path = join(laboratory.folder, step);
      await until(
        `${step} is there`,
        () => existsSync(path) && (step !== 'watchdogs' || readdirSync(path).length > 0),
      );
      await starting.kill();
      await expectDataAndQuietEnd();
    }
    const { user: stopping } = await laboratory.openUser();
    void stopping.close();
    await until(
      'the server is told to stop',
      () => readdirSync(join(laboratory.folder, 'users')).length === 0,
    );
    await stopping.kill();
    await expectDataAndQuietEnd();
  });

  it('followed by a stranger who got the PID of the server does not keep the server from starting', async () => {
    const { user, temporary } = await openWithData();
    await user.close();
    await laboratory.untilNothingIsLeft(temporary);
    const lines = [process.pid, join(laboratory.folder, 'data'), 1, 5432, '/tmp', '', '  1 1', 'ready'];
    writeFileSync(join(laboratory.folder, 'data', 'postmaster.pid'), lines.join('\n'));
    await expectDataAndQuietEnd();
  });

  it('is not needed when the socket is removed under a running server: it is started anew', async () => {
    const { user, temporary, url } = await openWithData();
    rmSync(new URL(url).searchParams.get('host')!, { recursive: true });
    const { user: next, url: again } = await laboratory.openUser();
    expect(await column(again, 'select count(*)::int from kept')).toEqual([1000]);
    await user.close();
    await next.close();
    await laboratory.untilNothingIsLeft(temporary);
  });

  it('is what the watchdog does when the folder is deleted under a running server', async () => {
    const { temporary } = await openWithData();
    const watchdog = laboratory.watchdog();
    await until(
      'the watchdog has seen the server',
      () => existsSync(`/proc/${watchdog}`) || process.platform !== 'linux',
    );
    rmSync(laboratory.folder, { recursive: true });
    await laboratory.untilNothingIsLeft(temporary);
  });
});
