import { describe, expect, it } from '@jest/globals';
import { CancelledError } from '@privacy-connectors/core/errors';
import type { RequestView } from '../../src/application/views/request-view.js';
import { DatabaseError } from '../../src/errors/runner-error.js';
import { fakeApplication } from './fake-application.js';
import { run } from './run.js';
import { completedAccess, email, request, requestId, token } from './samples.js';

const wait = ['request', 'wait', requestId];
const carriesOn = `Nothing is lost: dsr request wait ${requestId} carries on.`;

/** An application whose `wait` is interrupted as soon as it runs, and then settles as `settle` says. */
function interruptedWhile(settle: () => Promise<RequestView>, close?: () => Promise<void>) {
  const controller = new AbortController();
  const { application, calls } = fakeApplication({
    requests: {
      wait: () => {
        controller.abort();
        return settle();
      },
    },
    ...(close === undefined ? {} : { close }),
  });
  return { application, calls, controller };
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

describe('an interruption', () => {
  const ways: readonly (readonly [string, () => Promise<RequestView>])[] = [
    ['gives up with an error', () => Promise.reject(new CancelledError('Cancelled.'))],
    ['gives up with a foreign error', () => Promise.reject(new Error(email))],
    ['returns the unfinished request', () => Promise.resolve(request({ status: 'running' }))],
    ['never settles', never],
  ];

  it.each(ways)('of a wait that %s closes the application and says how to go on', async (_, settle) => {
    const { calls, ...surroundings } = interruptedWhile(settle);
    const { exitCode, stdout, stderr } = await run(wait, surroundings);
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 130, stdout: '', stderr: `${carriesOn}\n` });
    expect(calls.closed).toBe(1);
  });

  it('is one JSON line with --json', async () => {
    const { stderr } = await run([...wait, '--json'], interruptedWhile(never));
    expect(JSON.parse(stderr)).toEqual({ error: { code: 'interrupted', message: carriesOn } });
  });

  it('of request access --wait names the new request', async () => {
    const { stderr } = await run(['request', 'access', '--email', email, '--wait'], interruptedWhile(never));
    expect(stderr).toBe(`${carriesOn}\n`);
  });

  it('that comes after the end does not hide the result', async () => {
    const { exitCode, stdout } = await run(
      wait,
      interruptedWhile(() => Promise.resolve(completedAccess)),
    );
    expect(exitCode).toBe(0);
    expect(stdout).toContain('completed');
  });

  it('does not hide a failure that a person has to mend', async () => {
    const failing = interruptedWhile(() => Promise.reject(new DatabaseError('The database is gone.')));
    expect(await run(wait, failing)).toMatchObject({ exitCode: 6, stderr: 'The database is gone.\n' });
  });

  it('does not wait for ever for the application to close', async () => {
    const { exitCode, stderr } = await run(wait, interruptedWhile(never, never));
    expect({ exitCode, stderr }).toEqual({ exitCode: 130, stderr: `${carriesOn}\n` });
  });

  it('while the application is opened closes it when it opens after all', async () => {
    const controller = new AbortController();
    const { application, calls } = fakeApplication();
    let open: () => void = () => undefined;
    const openApplication = () => {
      controller.abort();
      return new Promise<typeof application>((resolve) => {
        open = () => {
          resolve(application);
        };
      });
    };
    const { exitCode, stderr } = await run(['connection', 'list'], { openApplication, controller });
    expect(exitCode).toBe(130);
    expect(stderr).toMatch(/^Interrupted before the command was done\./);
    open();
    await new Promise(setImmediate);
    expect(calls.closed).toBe(1);
  });

  it('explains what a command without a request stumbles over', async () => {
    const controller = new AbortController();
    const { application, calls } = fakeApplication({
      connections: {
        add: () => {
          controller.abort();
          return Promise.reject(new CancelledError('Cancelled.'));
        },
      },
    });
    const add = ['connection', 'add', 'drift', '--name', 'support', '--token-stdin'];
    const { exitCode, stderr } = await run(add, { application, controller, stdin: token });
    expect({ exitCode, closed: calls.closed }).toEqual({ exitCode: 130, closed: 1 });
    expect(stderr).toMatch(/^Interrupted before the command was done\./);
  });

  it('hands the signal to whatever can stop', async () => {
    const controller = new AbortController();
    const seen: AbortSignal[] = [];
    const { application } = fakeApplication({
      connections: {
        test: (_name, signal) => {
          seen.push(signal);
          return never();
        },
      },
    });
    const running = run(['connection', 'test', 'support'], { application, controller });
    controller.abort();
    expect((await running).exitCode).toBe(130);
    expect(seen).toEqual([controller.signal]);
  });
});
