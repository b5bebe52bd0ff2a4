import type { Actor } from '../access/actor.js';
import type { RedactionDecision } from '../application/new-request.js';
import type { Page } from '../application/page.js';
import type { RedactionItemView } from '../application/views/redaction-item-view.js';
import { NotFoundError } from '../errors/runner-error.js';
import { parseRecordName } from '../redaction/record-name.js';
import { reviewPage } from '../redaction/review.js';
import type { Database } from '../store/database.js';
import type { RequestRow } from '../store/request-store.js';
import type { TaskStores } from '../tasks/task-run.js';
import type { PackageSources } from './package-sources.js';
import { checkReason } from './reason.js';

/** What packages are reviewed with. */
export interface ReviewParts {
  readonly database: Database;
  readonly stores: TaskStores;
  readonly packages: PackageSources;
}

/** Shows what a package keeps back for the sake of other people, and takes what a person decides about it. */
export class PackageReviews {
  readonly #parts: ReviewParts;

  constructor(parts: ReviewParts) {
    this.#parts = parts;
  }

  /** Recorded before it is shown, for it shows names. */
  async page(
    request: RequestRow,
    cursor: string | null,
    limit: number,
    actor: Actor,
  ): Promise<Page<RedactionItemView>> {
    const { sections } = await this.#parts.packages.of(request);
    const page = await reviewPage(sections, cursor, limit);
    await this.#recordReading(request.id, cursor === null, actor.name);
    return page;
  }

  /** Of the further pages that the same actor reads within an hour, only the first is an entry; all are counted. */
  async #recordReading(request: string, isStart: boolean, actor: string): Promise<void> {
    const { database, stores } = this.#parts;
    const read = { action: 'review.read', actor, subject: { request }, item: '', count: 1 } as const;
    await database.transaction(async (connection) => {
      const isFirst = await stores.tallies.add([read], connection);
      if (!isStart && !isFirst) return;
      await stores.audit.append({ action: 'package.reviewed', actor, details: { request } }, connection);
    });
  }

  /** @throws InputError, NotFoundError when the reason is empty or the package has no such record. */
  async decide(request: RequestRow, decision: RedactionDecision, actor: Actor): Promise<RedactionItemView> {
    const reason = checkReason('A decision', decision.reason);
    const { connection, ...place } = parseRecordName(decision.record);
    const { database, stores, packages } = this.#parts;
    const found = await packages.taskOf(request, connection);
    if ((await found?.section.reviewOne(place)) === undefined || found === undefined) throw noSuchRecord();
    const { task, box } = found;
    await database.transaction(async (transaction) => {
      const decided = { place, mode: decision.mode, reason };
      await stores.redactions.decide(task, box, decided, actor.name, transaction);
      const details = { request: request.id, task: task.id, resource: place.resource, mode: decision.mode };
      await stores.audit.append({ action: 'redaction.decided', actor: actor.name, details }, transaction);
    });
    const item = await (await packages.taskOf(request, connection))?.section.reviewOne(place);
    if (item === undefined) throw noSuchRecord();
    return item;
  }
}

function noSuchRecord(): NotFoundError {
  return new NotFoundError('The package has no record of that name: dsr request review lists them.');
}
