import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuthError } from '@privacy-connectors/core/errors';
import { createLog } from '../../src/logging/create-log.js';
import type { LogFields } from '../../src/logging/log-fields.js';
import { SqlError } from '../../src/store/sql-error.js';

interface Line {
  readonly level: string;
  readonly event: string;
  readonly error?: { readonly name: string; readonly at?: readonly string[] };
}

/** A log whose lines can be read. */
function readableLog(level: Parameters<typeof createLog>[0] = 'info') {
  const lines: string[] = [];
  const log = createLog(level, { write: (line: string) => void lines.push(line) });
  return { log, text: () => lines.join(''), lines: () => lines.map((line) => JSON.parse(line) as Line) };
}

const personal = 'canary@example.org';

describe('the log', () => {
  it('writes one line of JSON for an event, with its facts', () => {
    const { log, lines } = readableLog();
    log.info('http.answered', {
      call: 'req-1',
      method: 'GET',
      route: '/v1/requests/:id',
      status: 200,
      milliseconds: 12.7,
      key: 'k4f9',
    });
    expect(lines()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        pid: process.pid,
        event: 'http.answered',
        call: 'req-1',
        method: 'GET',
        route: '/v1/requests/:id',
        status: 200,
        milliseconds: 13,
        key: 'k4f9',
      },
    ]);
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = readableLog('warn');
    log.debug('task.started');
    log.info('task.started');
    log.warn('webhook.failed', { webhook: 'desk' });
    log.error('worker.failed');
    expect(lines().map(({ level, event }) => [level, event])).toEqual([
      ['warn', 'webhook.failed'],
      ['error', 'worker.failed'],
    ]);
    const silent = readableLog('silent');
    silent.log.error('worker.failed');
    expect(silent.text()).toBe('');
  });

  it('withholds values of another shape, and fields that are not listed', () => {
    const { log, lines, text } = readableLog();
    const careless = {
      route: `/v1/requests?email=${personal}`,
      origin: `https://user:${personal}@host/`,
      request: personal,
      status: personal,
      count: Number.NaN,
      headers: { authorization: personal },
      __proto__: { email: personal },
    } as unknown as LogFields;
    log.error('http.failed', careless);
    expect(text()).not.toContain('canary');
    expect(lines()[0]).toMatchObject({ route: '(withheld)', status: '(withheld)', count: '(withheld)' });
    expect(lines()[0]).not.toHaveProperty('headers');
  });

  it('tells of an error its kind and place, and no value', () => {
    const { log, lines, text } = readableLog();
    const system = Object.assign(new Error(`connect ${personal}\n    at x (/src/${personal}.js:1:1)`), {
      code: 'ECONNREFUSED',
      config: { url: personal },
    });
    system.cause = new Error(personal);
    const named = new TypeError(personal);
    named.name = personal;
    for (const error of [system, named, new SqlError('53100', personal), new AuthError(personal), personal])
      log.error('http.failed', { error });
    expect(text()).not.toContain('canary');
    expect(lines().map(({ error }) => error)).toMatchObject([
      { name: 'Error', code: 'ECONNREFUSED' },
      { name: 'no error name' },
      { name: 'SqlError', code: 'database', sqlState: '53100' },
      { name: 'AuthError', code: 'authentication' },
      { name: 'no error name' },
    ]);
    expect(lines()[0]?.error?.at?.[0]).toMatch(/^(?:src|dist|node_modules)\/.+:\d+:\d+$/);
  });

  it('never lets a value with an at sign, a blank or a slash out of a field, whatever it is given', () => {
    const { log, text } = readableLog();
    const anything = fc.oneof(fc.string(), fc.emailAddress(), fc.webUrl(), fc.object());
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('request', 'task', 'outcome', 'key', 'email'), anything),
        (fields) => {
          log.info('task.started', fields);
        },
      ),
    );
    const values = text()
      .trim()
      .split('\n')
      .flatMap((line) => Object.entries(JSON.parse(line) as object))
      .filter(([field]) => !['level', 'time', 'pid', 'event'].includes(field));
    expect(values.length).toBeGreaterThan(50);
    for (const [field, value] of values) {
      expect(['request', 'task', 'outcome', 'key']).toContain(field);
      expect(value).toMatch(/^(?:\(withheld\)|[A-Za-z0-9][A-Za-z0-9_.:-]*)$/);
    }
  });
});
