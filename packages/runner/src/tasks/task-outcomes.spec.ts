import { describe, expect, it } from '@jest/globals';
import type { Manifest } from '@privacy-connectors/core';
import { outcomesOf, statusOf, type TaskResults } from './task-outcomes.js';

const manifest = {
  resources: { contacts: {}, conversations: { parent: 'contacts' }, messages: { parent: 'conversations' } },
} as unknown as Manifest;

const failed = { outcome: 'failed', error: { code: 'transient', message: 'The vendor is down.' } } as const;

function results(over: Partial<TaskResults>): TaskResults {
  return { type: 'access', ended: true, located: 'contacts', records: new Map(), rows: [], ...over };
}

describe('the outcomes of a task', () => {
  it('are records handed over, and nothing found where there was nothing', () => {
    const views = outcomesOf(manifest, results({ records: new Map([['contacts', 2]]) }));
    expect(views.map(({ resource, outcome, count }) => [resource, outcome, count])).toEqual([
      ['contacts', 'exported', 2],
      ['conversations', 'not_found', 0],
      ['messages', 'not_found', 0],
    ]);
    expect(statusOf(views)).toBe('completed');
  });

  it('never call out of reach what was only not read: it hangs on what failed', () => {
    const rows = [{ resource: 'conversations', kind: 'scan', outcome: failed, count: 1 }] as const;
    const views = outcomesOf(manifest, results({ records: new Map([['contacts', 2]]), rows }));
    expect(views.map(({ resource, outcome }) => [resource, outcome])).toEqual([
      ['contacts', 'exported'],
      ['conversations', 'failed'],
      ['messages', 'skipped'],
    ]);
    expect(statusOf(views)).toBe('incomplete');
  });

  it('tell what is stored also of resources that the connector does not know, or without one', () => {
    const rows = [{ resource: 'connection', kind: 'plan', outcome: failed, count: 0 }] as const;
    const found = results({ records: new Map([['tickets', 2]]), rows });
    const stored = ['tickets exported 2', 'connection failed 0'];
    const told = (known: Manifest | undefined) =>
      outcomesOf(known, found).map(({ resource, outcome, count }) => `${resource} ${outcome} ${count}`);
    expect(told(undefined)).toEqual(stored);
    expect(told(manifest)).toEqual(expect.arrayContaining(stored));
  });

  it('are a failure when nobody could even be looked for', () => {
    const rows = [{ resource: 'contacts', kind: 'locate', outcome: failed, count: 1 }] as const;
    const views = outcomesOf(manifest, results({ rows }));
    expect(views.map(({ outcome }) => outcome)).toEqual(['failed', 'skipped', 'skipped']);
    expect(statusOf(views)).toBe('failed');
  });

  it('sum up equal lines', () => {
    const rows = [1, 2].map((count) => ({
      resource: 'contacts',
      kind: 'erase' as const,
      outcome: { outcome: 'deleted' as const },
      count,
    }));
    expect(outcomesOf(manifest, results({ type: 'deletion', rows }))).toEqual([
      { resource: 'contacts', outcome: 'deleted', count: 3 },
    ]);
  });

  it.each([
    ['skipped', 'incomplete'],
    ['blocked', 'incomplete'],
    ['refused', 'incomplete'],
    ['unverified', 'incomplete'],
    ['failed', 'failed'],
    ['deleted', 'completed'],
    ['not_found', 'completed'],
    ['retained', 'completed'],
  ] as const)('make a deletion that is %s %s', (outcome, status) => {
    expect(statusOf([{ resource: 'contacts', outcome, count: 1 }])).toBe(status);
  });
});
