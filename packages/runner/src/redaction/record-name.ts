import { InputError } from '../errors/runner-error.js';
import type { RecordPlace } from './stored-records.js';

/** A record as a person names it: `connection/resource/id`. */
export interface NamedRecord extends RecordPlace {
  readonly connection: string;
}

export function recordName({ connection, resource, id }: NamedRecord): string {
  return `${connection}/${resource}/${id}`;
}

/** @throws InputError when it is no name of a record. */
export function parseRecordName(name: string): NamedRecord {
  const [connection, resource, ...id] = name.split('/');
  if (connection && resource && id.length > 0 && id[0] !== '')
    return { connection, resource, id: id.join('/') };
  throw new InputError('Name the record as dsr request review prints it: connection/resource/id.');
}
