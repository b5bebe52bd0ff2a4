import type { Actor } from '../access/actor.js';
import type { Extension, NewRequest, RedactionDecision, RequestFilter } from '../application/new-request.js';
import type { PackageReading } from '../application/package-content.js';
import type { Page } from '../application/page.js';
import type { Requests } from '../application/requests.js';
import type { RedactionItemView } from '../application/views/redaction-item-view.js';
import type { RequestView } from '../application/views/request-view.js';
import type { AuditAction, AuditDetails } from '../audit/audit-entry.js';
import { extendDeadline } from '../deadlines/extension.js';
import { ConflictError } from '../errors/runner-error.js';
import type { LegalHolds } from '../retention/legal-holds.js';
import { refuseExpired } from '../retention/refuse-expired.js';
import { PackageStream, type WrittenPackage, writePackage } from '../package/index.js';
import type { NewEvent } from '../events/event.js';
import type { Database, Queryable } from '../store/database.js';
import type { RequestList } from '../store/request-list.js';
import type { RequestRow, RequestStore } from '../store/request-store.js';
import type { TaskFinisher } from '../tasks/task-finisher.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { ApprovalPolicy } from './approval-policy.js';
import { approvePlans } from './approve-plans.js';
import { findRequest } from './find-request.js';
import type { PackageReviews } from './package-reviews.js';
import type { PackageSources } from './package-sources.js';
import type { RequestRecorder } from './request-recorder.js';
import type { RequestRunner } from './request-runner.js';
import type { RequestViews } from './request-views.js';
import { allFailedEnds, retryTasks } from './retry-tasks.js';

/** What the service works with. */
export interface RequestParts {
  readonly database: Database;
  readonly requests: RequestStore;
  readonly list: RequestList;
  readonly recorder: RequestRecorder;
  readonly stores: TaskStores;
  readonly finisher: TaskFinisher;
  readonly views: RequestViews;
  readonly runner: RequestRunner;
  readonly packages: PackageSources;
  readonly reviews: PackageReviews;
  readonly approval: ApprovalPolicy;
  readonly legalHolds: LegalHolds;
}

/** Records requests and what people decide about them. */
export class RequestService implements Requests {
  readonly #parts: RequestParts;
  readonly #actor: Actor;

  /** `actor` is who the audit log names. */
  constructor(parts: RequestParts, actor: Actor) {
    this.#parts = parts;
    this.#actor = actor;
  }

  async create(wanted: NewRequest, idempotencyKey?: string): Promise<RequestView> {
    const { approval, recorder, views } = this.#parts;
    if (wanted.approved) approval.refuseUnseen(this.#actor);
    return views.view(await recorder.record(wanted, this.#actor, idempotencyKey));
  }

  async list(filter?: RequestFilter): Promise<readonly RequestView[]> {
    return this.#parts.views.views(await this.#parts.requests.list(filter));
  }

  async page(filter: RequestFilter, cursor: string | null, limit: number): Promise<Page<RequestView>> {
    const { items, next } = await this.#parts.list.page(filter, cursor, limit);
    return { items: await this.#parts.views.views(items), next };
  }

  async show(id: string): Promise<RequestView> {
    return this.#parts.views.view(await this.#find(id));
  }

  async approve(id: string, plans: readonly string[] | null): Promise<RequestView> {
    const request = await this.#find(id);
    const { database, stores, finisher } = this.#parts;
    this.#parts.approval.refuseApproval(this.#actor, request.created_by);
    await database.transaction(async (connection) => {
      const approved = await approvePlans(request, plans, stores.tasks, connection);
      await stores.approvals.add(request.id, approved, this.#actor.name, connection);
      await finisher.refresh(request.id, connection);
      await stores.events.append(approval(request, approved), connection);
      await this.#record('request.approved', { request: request.id, plans: approved }, connection);
    });
    return this.show(request.id);
  }

  async cancel(id: string): Promise<RequestView> {
    const request = await this.#find(id);
    await this.#parts.database.transaction(async (connection) => {
      const tasks = await this.#parts.stores.tasks.ofRequest(request.id, connection);
      let cancelled = 0;
      for (const task of tasks) cancelled += (await this.#cancelTask(task.id, connection)) ? 1 : 0;
      if (cancelled === 0) {
        throw new ConflictError(`Request ${request.id} has ended already; there is nothing left to cancel.`);
      }
      await this.#parts.finisher.refresh(request.id, connection);
      await this.#record('request.cancelled', { request: request.id, tasks: cancelled }, connection);
    });
    return this.show(request.id);
  }

  async extend(id: string, extension: Extension): Promise<RequestView> {
    const request = await this.#find(id);
    const { database, requests, stores } = this.#parts;
    await extendDeadline(request, extension, this.#actor, { database, requests, ...stores });
    return this.show(request.id);
  }

  async retry(id: string): Promise<RequestView> {
    const request = await this.#find(id);
    refuseExpired(request);
    const { database, requests, stores, finisher } = this.#parts;
    await database.transaction(async (connection) => {
      const tasks = await retryTasks(request.id, allFailedEnds, stores, connection);
      await requests.holdUnexpired(request.id, connection);
      if (tasks === 0) {
        throw new ConflictError(
          `Nothing of request ${request.id} failed in a way that trying again could mend. dsr request show ${request.id} tells where it stands.`,
        );
      }
      await finisher.refresh(request.id, connection);
      await this.#record('request.retried', { request: request.id, tasks }, connection);
    });
    return this.show(request.id);
  }

  async hold(id: string, reason: string): Promise<RequestView> {
    const request = await this.#find(id);
    await this.#parts.legalHolds.place(request.id, reason, this.#actor);
    return this.show(request.id);
  }

  async release(id: string): Promise<RequestView> {
    const request = await this.#find(id);
    await this.#parts.legalHolds.release(request.id, this.#actor);
    return this.show(request.id);
  }

  async wait(id: string, onProgress: (view: RequestView) => void, signal: AbortSignal): Promise<RequestView> {
    const request = await this.#find(id);
    return this.#parts.runner.run(request, onProgress, signal);
  }

  async review(id: string, cursor: string | null, limit: number): Promise<Page<RedactionItemView>> {
    return this.#parts.reviews.page(await this.#find(id), cursor, limit, this.#actor);
  }

  async decide(id: string, decision: RedactionDecision): Promise<RedactionItemView> {
    return this.#parts.reviews.decide(await this.#find(id), decision, this.#actor);
  }

  async package(id: string, reading: PackageReading = {}): Promise<PackageStream> {
    const request = await this.#find(id);
    const content = new PackageStream(await this.#parts.packages.of(request));
    await this.#recordReading(request.id, content.version, reading);
    return content;
  }

  async export(
    id: string,
    file: string,
    recipients: readonly string[] = [],
  ): Promise<{ readonly file: string; readonly bytes: number; readonly files: number }> {
    const request = await this.#find(id);
    const source = await this.#parts.packages.of(request);
    const entry = { isMade: false };
    const record = async ({ bytes, files }: WrittenPackage) => {
      const details = { request: request.id, bytes, files, recipients: recipients.length };
      await this.#record('package.exported', details);
      entry.isMade = true;
    };
    try {
      return await writePackage(source, file, recipients, record);
    } catch (error) {
      // The entry stands there before the package does, so that there is none that nobody knows of.
      if (entry.isMade) await this.#record('package.not_placed', { request: request.id });
      throw error;
    }
  }

  /** What was sent to a vendor cannot be called back: such a deletion has to be followed to its end. */
  async #cancelTask(taskId: string, connection: Queryable): Promise<boolean> {
    const cancelled = await this.#parts.finisher.cancel(taskId, connection);
    if (!cancelled || !(await this.#parts.stores.erasures.sent(taskId, connection)).open) return cancelled;
    throw new ConflictError(
      'The deletion was sent to the vendor already and cannot be called back. dsr request wait confirms it.',
    );
  }

  #find(id: string): Promise<RequestRow> {
    return findRequest(this.#parts.requests, id);
  }

  /** Of the parts of one package that the same actor reads within an hour, only the first is an entry; the others are counted. */
  async #recordReading(request: string, version: string, reading: PackageReading): Promise<void> {
    const { recipients = 0, part = false } = reading;
    const { database, stores } = this.#parts;
    await database.transaction(async (connection) => {
      const read = { action: 'package.read', actor: this.#actor.name, item: '', count: 1 } as const;
      const isFirst = await stores.tallies.add([{ ...read, subject: { request, version } }], connection);
      if (part && !isFirst) return;
      await this.#record('package.exported', { request, recipients, part }, connection);
    });
  }

  async #record(action: AuditAction, details: AuditDetails, connection?: Queryable): Promise<void> {
    await this.#parts.stores.audit.append({ action, actor: this.#actor.name, details }, connection);
  }
}

function approval({ id }: RequestRow, plans: readonly string[]): NewEvent {
  return { requestId: id, kind: 'request.approved', details: { plans } };
}
