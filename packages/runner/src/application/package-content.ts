import type { Build } from '../package/builds.js';
import type { Readable } from 'node:stream';

/** A package (a zip) that can be read. */
export interface PackageContent {
  /** Changes whenever its bytes may. */
  readonly version: string;
  /**
   * Its bytes are counted by making it once, in this place among those that are made.
   * @throws Error as soon as `signal`, the one who asks, is aborted.
   */
  size(place: Build, signal: AbortSignal): Promise<number>;
  /** `range`: its first and last byte, counted from 0. */
  open(range?: { readonly first: number; readonly last: number }): Readable;
}

/** How a package is read. */
export interface PackageReading {
  /** How many it is encrypted to. */
  readonly recipients?: number;
  /** Whether only a part of it is asked for. */
  readonly part?: boolean;
}
