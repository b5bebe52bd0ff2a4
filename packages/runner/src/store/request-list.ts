import type { RequestFilter } from '../application/new-request.js';
import type { Page } from '../application/page.js';
import { cursorOf, placeOf } from './cursor.js';
import type { Queryable } from './queryable.js';
import { requestConditions } from './request-filter.js';
import { requestColumns, type RequestRow } from './request-store.js';

/** Comes before every other. */
const firstId = '00000000-0000-0000-0000-000000000000';

/** Requests by filter, page by page, oldest first. */
export class RequestList {
  readonly #database: Queryable;

  constructor(database: Queryable) {
    this.#database = database;
  }

  /** @throws InputError when `cursor` is none that a page gave. */
  async page(filter: RequestFilter, cursor: string | null, limit: number): Promise<Page<RequestRow>> {
    const { sql, values } = requestConditions(filter, new Date());
    const { number, id = firstId } = cursor === null ? { number: 0 } : placeOf(cursor);
    const after = `(received_at, id) > ($${values.length + 1}, $${values.length + 2}::uuid)`;
    const { rows } = await this.#database.query<RequestRow>(
      `select ${requestColumns} from dsr.request where ${sql} and ${after}
       order by received_at, id limit ${limit + 1}`,
      [...values, new Date(number), id],
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const next = rows.length <= limit || last === undefined ? null : cursorOf(placeOfRow(last));
    return { items, next };
  }
}

/** Our times have milliseconds and no more. */
function placeOfRow({ received_at, id }: RequestRow) {
  return { number: received_at.getTime(), id };
}
