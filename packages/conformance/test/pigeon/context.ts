import {
  jsonCodec,
  type LocateStep,
  type OpenStep,
  type ReadStep,
  type ScanStep,
  type StepContext,
} from '@privacy-connectors/core';
import type { PigeonClient } from './client.js';
import { manifest } from './manifest.js';

/** Settings of a connection. */
export class PigeonSettings {
  baseUrl: string = manifest.settings.baseUrl.default;
}

export type PigeonContext = StepContext<PigeonClient, PigeonSettings>;

/** A ref made of texts. */
export interface Texts {
  readonly [name: string]: string;
}

export type Locate = LocateStep<PigeonClient, PigeonSettings, string>;
export type Read<Ref extends string | Texts> = ReadStep<PigeonClient, PigeonSettings, Ref, string>;
export type Scan<Ref extends string | Texts> = ScanStep<PigeonClient, PigeonSettings, Ref, string>;
export type Open<Ref extends string | Texts> = OpenStep<PigeonClient, PigeonSettings, Ref>;

export const textCodec = jsonCodec<string>('text', { type: 'string' });
export const textsCodec = jsonCodec<Texts>('texts', {
  type: 'object',
  additionalProperties: { type: 'string' },
});
