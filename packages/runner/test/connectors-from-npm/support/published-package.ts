import type { Readable } from 'node:stream';

/** One version of a package in a registry. */
export interface PublishedPackage {
  readonly name: string;
  readonly version: string;
  /** Its package.json, as far as npm asks for it. */
  readonly packageJson: object;
  /** Its gzipped tar archive, all of it in one folder. */
  open(): Readable;
}
