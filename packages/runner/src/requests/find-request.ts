import { InputError } from '../errors/runner-error.js';
import type { RequestRow, RequestStore } from '../store/request-store.js';
import { checkRequestId, noSuchRequest } from './request-id.js';

/** The request of an id, or of the first characters of one. @throws InputError when there is none, or more than one. */
export async function findRequest(requests: RequestStore, id: string): Promise<RequestRow> {
  const rows = await requests.byPrefix(checkRequestId(id));
  const [row] = rows;
  if (row === undefined) throw noSuchRequest();
  if (rows.length > 1)
    throw new InputError('Several requests begin with this id. Give more of it: dsr request list.');
  return row;
}
