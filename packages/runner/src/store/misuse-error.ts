import { DatabaseError } from '../errors/runner-error.js';

/** This program used the database as it must not: trying again does not help, only another version of it. */
export class MisuseError extends DatabaseError {}
