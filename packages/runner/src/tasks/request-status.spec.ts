import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TaskStatus } from '../application/views/task-view.js';
import { requestStatus } from './task-finisher.js';

const statuses: readonly TaskStatus[] = [
  'received',
  'running',
  'awaiting_approval',
  'completed',
  'incomplete',
  'failed',
  'cancelled',
];

describe('the status of a request', () => {
  it('is that of its tasks when they agree', () => {
    for (const status of statuses) expect(requestStatus([status, status])).toBe(status);
  });

  it('is open as long as a task can still do something', () => {
    const some = fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(some, (tasks) => {
        const open = tasks.some((task) => task === 'received' || task === 'running');
        expect(['received', 'running'].includes(requestStatus(tasks))).toBe(open);
      }),
    );
  });

  it('is completed only when every task is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 5 }), (tasks) => {
        expect(requestStatus(tasks) === 'completed').toBe(tasks.every((task) => task === 'completed'));
      }),
    );
  });

  it('is incomplete when one connection succeeded and another failed', () => {
    expect(requestStatus(['completed', 'failed'])).toBe('incomplete');
  });
});
