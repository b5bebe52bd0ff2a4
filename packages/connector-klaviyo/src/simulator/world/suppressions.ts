import type { KlaviyoBehaviour } from '../options.js';
import { DelayedJobs } from './delayed-jobs.js';

/** A suppression job. */
export interface Suppression {
  readonly id: string;
  readonly emails: readonly string[];
  readonly createdAt: number;
  status: 'queued' | 'processing' | 'complete' | 'cancelled';
  completed: number;
  skipped: number;
  completedAt: number | undefined;
}

/** Suppression jobs, and what becomes of them. */
export class Suppressions {
  readonly #jobs: DelayedJobs<Suppression>;
  readonly #now: () => number;
  readonly #all = new Map<string, Suppression>();

  /** `suppress` suppresses one e-mail, and says whether it could. */
  constructor({ suppression, now }: KlaviyoBehaviour, suppress: (email: string) => boolean) {
    this.#now = now;
    this.#jobs = new DelayedJobs(suppression, now, (job) => {
      if (job.status === 'cancelled') return;
      for (const email of job.emails) {
        if (suppress(email)) job.completed += 1;
        else job.skipped += 1;
      }
      job.status = 'complete';
      job.completedAt = this.#now();
    });
  }

  get all(): readonly Suppression[] {
    return [...this.#all.values()];
  }

  accept(emails: readonly string[]): Suppression {
    const job: Suppression = {
      id: `SJ${this.#all.size + 1}`,
      emails,
      createdAt: this.#now(),
      status: 'queued',
      completed: 0,
      skipped: 0,
      completedAt: undefined,
    };
    this.#all.set(job.id, job);
    this.#jobs.accept(job);
    return job;
  }

  /** The job as it stands; to look moves it on. */
  lookUp(id: string): Suppression | undefined {
    const job = this.#all.get(id);
    if (job?.status === 'queued') job.status = 'processing';
    this.#jobs.beforeLookup((task) => task === job);
    return job;
  }

  /** Lets due jobs take effect. */
  settle(): void {
    this.#jobs.settle();
  }

  /** Somebody stops the job at Klaviyo. */
  cancel(id: string): void {
    const job = this.#all.get(id);
    if (job !== undefined) job.status = 'cancelled';
  }
}
