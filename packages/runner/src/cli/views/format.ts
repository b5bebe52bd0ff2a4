import type { DeadlineView } from '../../application/views/deadline-view.js';
import type { TaskStatus } from '../../application/views/task-view.js';
import type { OutcomeWord } from '@privacy-connectors/core';
import { type Mark, plain, type Style } from '../output/style.js';

/** `2026-11-22 13:05 UTC` of an ISO 8601 time; the text itself when it is none. */
export function formatTime(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `2026-11-22` of an ISO 8601 time. */
export function formatDate(iso: string): string {
  return formatTime(iso).slice(0, 10);
}

/** The time from `now` to an ISO 8601 time, rounded up: `5m`, `3h`, `2d`. */
export function formatTimeTo(iso: string, now: Date): string {
  const minutes = Math.max(1, Math.ceil((new Date(iso).getTime() - now.getTime()) / 60_000));
  if (minutes < 60) return `${String(minutes)}m`;
  const hours = Math.ceil(minutes / 60);
  return hours < 24 ? `${String(hours)}h` : `${String(Math.ceil(hours / 24))}d`;
}

export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** `name=value, …`, or a dash when there is nothing. */
export function formatList(items: readonly string[]): string {
  return items.length === 0 ? '-' : items.join(', ');
}

/** Whole days until a deadline, e.g. `12 days`, or since it, e.g. `overdue 3 days`; a dash once the request has ended. */
export function formatDaysLeft({ daysLeft }: Pick<DeadlineView, 'daysLeft'>): string {
  if (daysLeft === null) return '-';
  if (daysLeft < -1) return `overdue ${formatDays(-daysLeft - 1)}`;
  if (daysLeft === -1) return 'overdue';
  return daysLeft === 0 ? '< 1 day' : formatDays(daysLeft);
}

function formatDays(days: number): string {
  return days === 1 ? '1 day' : `${formatCount(days)} days`;
}

/** The colour of a deadline: what is late, or soon will be, stands out. */
export function markOfDeadline({ daysLeft, overdue }: DeadlineView, style: Style): Mark {
  if (overdue) return style.bad;
  return daysLeft !== null && daysLeft < daysOfWarning ? style.warning : plain;
}

const daysOfWarning = 7;

/** The colour that tells at a glance how a request or task went. */
export function markOfStatus(status: TaskStatus, style: Style): Mark {
  if (status === 'completed') return style.good;
  if (status === 'failed' || status === 'dead_letter' || status === 'cancelled') return style.bad;
  return status === 'incomplete' || status === 'awaiting_approval' ? style.warning : plain;
}

const bad: readonly OutcomeWord[] = ['blocked', 'refused', 'failed', 'unverified'];

/** The colour of an outcome: whatever a person must not overlook stands out. */
export function markOfOutcome(outcome: OutcomeWord, style: Style): Mark {
  if (bad.includes(outcome)) return style.bad;
  return outcome === 'pending' ? style.warning : plain;
}
